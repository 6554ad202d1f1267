"""Whether this viewer may write in a return now, and where."""

from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from section11.returns.models import Assignment
from section11.returns.queries.content import asked_content
from section11.returns.queries.head import ReturnHead, return_head

NOT_OPEN = "This return is not open for changes. Start an amendment, or take it back from sign-off, to change it."
NOT_TAKEN = "The partnership has closed this audit, so answers can no longer be changed. You can still read and download them."


def head_for_lead(viewer: Viewer, return_id: int) -> ReturnHead:
    """The head of a return that this viewer leads; `Absent` for everybody else."""
    head = return_head(viewer, return_id)
    if not head.is_lead:
        raise Absent
    return head


def head_for_writer(viewer: Viewer, return_id: int, standard_ref: str) -> ReturnHead:
    """The head of a return in which this viewer writes that standard: its lead, or a contributor it was handed to."""
    head = return_head(viewer, return_id)
    if asked_content(head).standard(standard_ref) is None or not may_write(viewer, head, standard_ref):
        raise Absent
    return head


def may_write(viewer: Viewer, head: ReturnHead, standard_ref: str) -> bool:
    """Whether this viewer answers that standard."""
    if head.is_lead:
        return True
    return (
        head.is_contributor
        and Assignment.objects.filter(unit_return_id=head.return_id, standard__ref=standard_ref, person_id=viewer.person_id).exists()
    )


def check_open(head: ReturnHead) -> None:
    """Refuse when answers cannot be saved now, and say why."""
    if not head.is_taken:
        raise Refused(NOT_TAKEN)
    if not head.is_open:
        raise Refused(NOT_OPEN)
