"""The agreed levels of a cycle, for files that go out."""

from dataclasses import dataclass

from section11.challenge.models import AgreedLevel
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class AgreedRecord:
    """A level after challenge, and the self-rating that it was agreed on."""

    level: str
    agreed_on: str


def agreed_records(viewer: Viewer, cycle_id: int) -> dict[tuple[int, str], AgreedRecord]:
    """By invitation and statement ref, every agreed level of a cycle of the viewer's partnership; for its officers."""
    if not viewer.has(Role.OFFICER):
        raise Absent
    rows = AgreedLevel.objects.filter(invitation__cycle=cycle_id, invitation__cycle__partnership=viewer.partnership).values_list(
        "invitation_id", "statement__ref", "level__key", "agreed_on__key"
    )
    return {(invitation_id, ref): AgreedRecord(level, on or "") for invitation_id, ref, level, on in rows}
