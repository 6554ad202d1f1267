"""What was agreed after challenge."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from section11.challenge.models import AgreedLevel
from section11.directory.vocabulary import READERS
from section11.lib.viewer import Viewer
from section11.returns.queries.head import visible


@dataclass(frozen=True, slots=True)
class Agreed:
    """The agreed level of one statement, and the self-rating that it was agreed on."""

    level_key: str
    level_label: str
    agreed_on_key: str
    agreed_at: datetime
    by: str = ""
    reason: str = ""
    version: int = 1

    def is_lapsed(self, rated_now: str) -> bool:
        """Whether it must be agreed again: the self-rating (a level key, empty: unanswered) is no longer the one it was agreed on."""
        return self.agreed_on_key != rated_now


def agreed_levels(viewer: Viewer, invitation_id: int) -> dict[str, Agreed]:
    """By statement ref, for one invitation: to those who read submissions in its partnership, and to its own unit's people."""
    rows = AgreedLevel.objects.filter(invitation_id=invitation_id)
    if viewer.organisation_id is not None:
        rows = rows.filter(invitation__in=visible(viewer).values("invitation_id"))
    elif viewer.has(*READERS):
        rows = rows.filter(invitation__cycle__partnership_id=viewer.partnership)
    else:
        return {}
    return {
        ref: Agreed(key, label, on or "", *rest)
        for ref, key, label, on, *rest in rows.values_list(
            *(F("statement__ref"), F("level__key"), F("level__label"), F("agreed_on__key")),
            *("agreed_at", "agreed_by_name", "reason", "version"),
        )
    }
