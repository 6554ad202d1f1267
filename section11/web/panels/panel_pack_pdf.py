"""A document that holds the packs of a panel."""

from django.http import FileResponse

from section11.challenge.queries.panel_packs import panel_pack_file
from section11.challenge.queries.panel_view import panel_head
from section11.lib.words import slug
from section11.web.request import PageRequest


def panel_pack_pdf(request: PageRequest, partnership: str, cycle: str, panel: int, pack: int) -> FileResponse:
    """For whoever may read every pack in it."""
    panel_head(request.viewer, cycle, panel)  # of this audit
    title, data = panel_pack_file(request.viewer, panel, pack)
    return FileResponse(data, as_attachment=True, filename=f"{slug(title, 100)}.pdf", content_type="application/pdf")
