"""All packs of a panel as one PDF: those made already, and a button that makes it in the background."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.challenge.queries.panel_packs import panel_packs
from section11.challenge.queries.panel_view import panel_head
from section11.jobs.make_panel_pack import make_pack
from section11.jobs.operations.start_job import start_job
from section11.lib.clock import now
from section11.lib.errors import Absent
from section11.web.request import PageRequest


def panel_pack(request: PageRequest, partnership: str, cycle: str, panel: int) -> HttpResponse:
    """For members, officers and the scrutineer: each gets the packs that they may read."""
    head = panel_head(request.viewer, cycle, panel)
    if not head.reads_packs:
        raise Absent
    files, readable = panel_packs(request.viewer, panel)
    if request.method == "POST" and readable:
        here = reverse("panel_pack", kwargs={"partnership": partnership, "cycle": cycle, "panel": panel})
        job = start_job(request.viewer, make_pack, title=f"Packs of {head.title}"[:200], at=now(), leads_to=here, panel=panel)
        return redirect("job", partnership=partnership, job=job)
    return render(request, "panels/panel_pack.html", {"head": head, "files": files, "readable": readable})
