"""What was agreed after challenge."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from section11.challenge.models import AgreedLevel
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer

READERS = (Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER)


@dataclass(frozen=True, slots=True)
class Agreed:
    """The agreed level of one statement, and the self-rating that it was agreed on."""

    level_key: str
    level_label: str
    agreed_on_key: str
    agreed_at: datetime

    def is_lapsed(self, rated_now: str) -> bool:
        """Whether it must be agreed again: the self-rating (a level key) is no longer the one it was agreed on."""
        return bool(self.agreed_on_key) and self.agreed_on_key != rated_now


def agreed_levels(viewer: Viewer, invitation_id: int) -> dict[str, Agreed]:
    """By statement ref, for one invitation: to those who read submissions in its partnership, and nobody else."""
    if not viewer.has(*READERS):
        return {}
    rows = AgreedLevel.objects.filter(invitation_id=invitation_id, invitation__cycle__partnership_id=viewer.partnership)
    return {
        ref: Agreed(key, label, on or "", at)
        for ref, key, label, on, at in rows.values_list(
            F("statement__ref"), F("level__key"), F("level__label"), F("agreed_on__key"), "agreed_at"
        )
    }
