"""What a partnership and one organisation have had to do with each other about a return: one SQL statement, for its page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, CharField, DateField, F, QuerySet, Value, When
from django.db.models.functions import Cast, Concat

from section11.challenge.models import Challenge, FollowUp, Letter, PanelSlot, SupportConversation
from section11.challenge.vocabulary import (
    CHALLENGE_STATE_WORDS,
    FOLLOW_UP_STATE_WORDS,
    LETTER_STATE_WORDS,
    SLOT_OUTCOME_WORDS,
    SUPPORT_STATE_WORDS,
    ChallengeState,
    PanelState,
)
from section11.directory.vocabulary import PARTNERSHIP_ROLES, READERS
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer

ORDER = ("challenge", "panel", "letter", "support", "follow-up")
WORDS: Mapping[str, Mapping[Any, str]] = {
    "challenge": CHALLENGE_STATE_WORDS,
    "panel": SLOT_OUTCOME_WORDS,
    "letter": LETTER_STATE_WORDS,
    "support": SUPPORT_STATE_WORDS,
    "follow-up": FOLLOW_UP_STATE_WORDS,
}
NO_DAY = Value(None, output_field=DateField(null=True))
NOTHING = Value("", output_field=CharField())


@dataclass(frozen=True, slots=True)
class Dealing:
    """A challenge, a time at a panel, a letter, the support conversation or a follow-up about one return."""

    kind: str  # one of ORDER
    key: int  # of a time at a panel: the panel's
    label: str  # what it is about, or called; may be empty
    words: str  # where it stands
    day: date | None  # of an open challenge: by when an answer is wanted


def dealings(viewer: Viewer, invitation_id: int) -> list[Dealing]:
    """Everything about an invitation for those who read submissions, the newest of a kind first; for others its follow-ups alone."""
    if not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    own = {"invitation": invitation_id, "invitation__cycle__partnership": viewer.partnership}
    found = _told("follow-up", FollowUp.objects.filter(**own))
    if viewer.has(*READERS):
        about = Case(
            When(statement__isnull=False, then=Concat(Value("statement "), F("statement__ref"))),
            When(standard__isnull=False, then=Concat(Value("standard "), F("standard__ref"))),
            default=Value("an action"),
        )
        wanted = Case(When(state=ChallengeState.OPEN, then=F("wanted_by")), default=NO_DAY)
        slots = PanelSlot.objects.filter(**own).exclude(panel__state=PanelState.CANCELLED)
        found = found.union(
            _told("challenge", Challenge.objects.filter(**own), label=about, day=wanted),
            _told("panel", slots, key="panel_id", label=F("panel__title"), state="outcome", day=F("panel__held_on")),
            _told("letter", Letter.objects.filter(**own), label=Concat(Value("number "), Cast("number", CharField()))),
            _told("support", SupportConversation.objects.filter(**own), day=F("agreed_for")),
            all=True,
        )
    rows = sorted(found, key=lambda row: (ORDER.index(row[0]), -row[1]))
    return [Dealing(kind, key, label, WORDS[kind][state], day) for kind, key, label, state, day in rows]


def _told(
    kind: str, rows: QuerySet[Any], *, key: str = "pk", label: Any = NOTHING, state: str = "state", day: Any = NO_DAY
) -> QuerySet[Any, Any]:
    named = rows.annotate(sort=Value(kind, output_field=CharField()), told=label, on=day)
    told: QuerySet[Any, Any] = named.order_by().values_list("sort", key, "told", state, "on")
    return told
