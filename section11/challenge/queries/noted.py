"""What a partnership noted about a return that a panel or a letter speaks of: agreed levels, and challenges with their threads."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, TextField, Value
from django.db.models.functions import Cast, Coalesce

from section11.challenge.models import AgreedLevel, Challenge, ChallengeMessage
from section11.challenge.queries.agreed_levels import Agreed
from section11.challenge.queries.marks import Mark, row
from section11.challenge.vocabulary import CHALLENGE_KIND_WORDS, CHALLENGE_STATE_WORDS, ChallengeKind, ChallengeState, Side
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Said:
    """One turn of a challenge's thread."""

    side: Side
    by: str
    text: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class OpenChallenge:
    """A challenge that is not closed, with all that was said. `about`: what it is about, in words."""

    number: int
    about: str
    kind: ChallengeKind
    state: ChallengeState
    wanted_by: str  # as a date of ISO 8601; empty: no date
    thread: tuple[Said, ...]

    @property
    def kind_words(self) -> str:
        """What is asked."""
        return CHALLENGE_KIND_WORDS[self.kind]

    @property
    def state_words(self) -> str:
        """Where it stands."""
        return CHALLENGE_STATE_WORDS[self.state]


@dataclass(frozen=True, slots=True)
class Noted:
    """Agreed levels by statement ref, and the challenges still open."""

    agreed: Mapping[str, Agreed]
    challenges: tuple[OpenChallenge, ...]


def noted(viewer: Viewer, invitation_id: int) -> Noted:
    """For an invitation that the viewer was let see in their partnership: one SQL statement."""
    here = {"invitation": invitation_id, "invitation__cycle__partnership": viewer.partnership}
    agreed = row(
        "agreed",
        AgreedLevel.objects.filter(**here),
        at=F("agreed_at"),
        statement=F("statement__ref"),
        key=F("level__key"),
        label=F("level__label"),
        extra=F("agreed_on__key"),
        by=F("agreed_by_name"),
        note=F("reason"),
        number=F("version"),
    )
    raised = row(
        "challenge",
        Challenge.objects.filter(**here).exclude(state=ChallengeState.CLOSED),
        at=F("raised_at"),
        statement=F("statement__ref"),
        standard=F("standard__ref"),
        note=Coalesce(F("action__what"), Value("")),
        key=F("kind"),
        label=F("state"),
        extra=Cast(F("wanted_by"), TextField()),
        number=F("number"),
        pk=F("pk"),
    )
    turns = row(
        "message",
        ChallengeMessage.objects.filter(**{f"challenge__{name}": value for name, value in here.items()}),
        at=F("at"),
        label=F("side"),
        by=F("by_name"),
        note=F("text"),
        number=F("challenge_id"),
        pk=F("pk"),
    )
    rows = [Mark(*one) for one in agreed.union(raised, turns, all=True)]
    levels = [one for one in rows if one.kind == "agreed"]
    threads: defaultdict[int, list[Said]] = defaultdict(list)
    for one in sorted((r for r in rows if r.kind == "message"), key=lambda r: r.pk):
        threads[one.number].append(Said(Side(one.label), one.by, one.note, one.at))
    open_ones = sorted((r for r in rows if r.kind == "challenge"), key=lambda r: r.number)
    return Noted(
        agreed={r.statement: Agreed(r.key, r.label, r.extra, r.at, r.by, r.note, r.number) for r in levels if r.at},
        challenges=tuple(
            OpenChallenge(r.number, _about(r), ChallengeKind(r.key), ChallengeState(r.label), r.extra[:10], tuple(threads[r.pk]))
            for r in open_ones
        ),
    )


def _about(one: Mark) -> str:
    if one.statement:
        return f"statement {one.statement}"
    return f"standard {one.standard}" if one.standard else f"the action “{one.note}”"
