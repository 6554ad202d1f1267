"""A file cited in a submission."""

from django.core.files.base import File
from django.db.models import Exists, OuterRef

from section11.evidence.models import EvidenceItem
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import SubmittedEvidence
from section11.returns.queries.submissions import readable


def submitted_file(viewer: Viewer, reference: str, item_id: int) -> tuple[str, str, File[bytes]]:
    """Name, content type and open file of evidence that a submission cites, for those who may read that submission."""
    cited = SubmittedEvidence.objects.filter(item_id=OuterRef("pk"), answer__submission__in=readable(viewer).filter(reference=reference))
    item = EvidenceItem.objects.filter(Exists(cited), pk=item_id).exclude(file="").first()
    if item is None:
        raise Absent
    return item.file_name, item.content_type, item.file.open("rb")
