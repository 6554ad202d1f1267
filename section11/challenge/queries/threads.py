"""One challenge, whole: what is asked, what was said, what stands now."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable

from section11.challenge.models import AgreedLevel, Challenge, ChallengeMessage
from section11.challenge.rules.transitions import can
from section11.challenge.vocabulary import (
    CHALLENGE_KIND_WORDS,
    CHALLENGE_OUTCOME_WORDS,
    CHALLENGE_STATE_WORDS,
    ChallengeKind,
    ChallengeOutcome,
    ChallengeState,
    Side,
)
from section11.cycles.rules.standing import who_words
from section11.directory.vocabulary import READERS
from section11.evidence.vocabulary import EvidenceKind
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation, SubmittedAnswer
from section11.returns.queries.head import visible

OWN = ("number", "kind", "state", "outcome", "outcome_note", "wanted_by", "raised_at", "raised_by_name", "closed_at", "closed_by_name")
FIELDS = {
    "challenge_id": F("pk"),
    "proposed": F("proposed_level__label"),
    "invitation_number": F("invitation_id"),
    "organisation": F("invitation__participation__name"),
    "unit": F("invitation__unit__name"),
    "cycle_slug": F("invitation__cycle__slug"),
    "cycle_title": F("invitation__cycle__title"),
    "partnership_name": F("invitation__cycle__partnership__name"),
    "edition_id": F("submission__unit_return__edition_id"),
    "edition_hash": F("submission__unit_return__edition__content_hash"),
    "reference": F("submission__reference"),
    "raised_on": F("submission__number"),
}
ABOUT = {
    "own_ref": F("statement__ref"),
    "own_text": F("statement__text"),
    "own_standard": F("statement__standard__ref"),
    "standard_itself": F("standard__ref"),
    "standard_title": F("standard__title"),
    "action_what": F("action__what"),
    "action_ref": F("action__statement__ref"),
    "action_standard": F("action__statement__standard__ref"),
}


@dataclass(frozen=True, slots=True)
class Given:
    """A piece of evidence that came with an answer."""

    item_id: int
    kind: str
    title: str
    where: str

    @property
    def is_file(self) -> bool:
        """Whether it can be downloaded."""
        return self.kind == EvidenceKind.FILE


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of the thread."""

    side: Side
    text: str
    at: datetime
    by: str
    evidence: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """A challenge with all that was said. Refs are empty where they do not apply; levels are labels."""

    challenge_id: int
    number: int
    kind: ChallengeKind
    state: ChallengeState
    outcome: ChallengeOutcome
    outcome_note: str
    wanted_by: date | None
    raised_at: datetime
    raised_by_name: str
    closed_at: datetime | None
    closed_by_name: str
    proposed: str
    invitation_number: int
    organisation: str
    unit: str
    cycle_slug: str
    cycle_title: str
    partnership_name: str
    edition_id: int
    edition_hash: str
    statement_ref: str
    standard_ref: str  # of the statement or action, too; empty for an action of the whole plan
    about: str
    about_text: str
    reference: str  # of the submission it was raised on
    raised_on: int  # its number
    latest_reference: str  # empty: there is none
    latest_number: int
    latest_at: datetime | None
    rated_then: str
    rated_now: str
    agreed: str
    agreed_version: int
    messages: tuple[Message, ...]

    @property
    def who(self) -> str:
        """The organisation, with its unit if it is not the whole."""
        return who_words(self.organisation, self.unit)

    @property
    def kind_words(self) -> str:
        """What is asked."""
        return CHALLENGE_KIND_WORDS[self.kind]

    @property
    def state_words(self) -> str:
        """Where it stands."""
        return CHALLENGE_STATE_WORDS[self.state]

    @property
    def outcome_words(self) -> str:
        """How it ended."""
        return CHALLENGE_OUTCOME_WORDS[self.outcome]

    @property
    def was_amended(self) -> bool:
        """Whether a later submission came in than the one it was raised on."""
        return self.latest_number > self.raised_on

    @property
    def on_statement(self) -> bool:
        """Whether it is about a statement, so that a level can be agreed."""
        return self.kind_of_thing == "statement"

    @property
    def kind_of_thing(self) -> str:
        """`statement`, `standard` or `action`."""
        return self.about.partition(" ")[0]

    def can(self, verb: str) -> bool:
        """Whether that can be done in its state."""
        return can("challenge", verb, self.state)


def challenge_thread(viewer: Viewer, cycle_slug: str, challenge_id: int) -> Thread:
    """A challenge of the viewer's partnership, for those who read its submissions; two SQL statements."""
    if viewer.partnership_id is None or not viewer.has(*READERS):
        raise Absent
    return _thread(
        Challenge.objects.filter(
            pk=challenge_id, invitation__cycle__slug=cycle_slug, invitation__cycle__partnership_id=viewer.partnership_id
        )
    )


def own_thread(viewer: Viewer, return_id: int, challenge_id: int) -> Thread:
    """A challenge of a return of the viewer's unit, for everybody with a role there; two SQL statements."""
    asked = visible(viewer).filter(unit_return_id=return_id).values("invitation_id")
    return _thread(Challenge.objects.filter(pk=challenge_id, invitation__in=asked))


def _thread(rows: QuerySet[Challenge]) -> Thread:
    latest = ReturnInvitation.objects.filter(invitation=OuterRef("invitation"))
    agreed = AgreedLevel.objects.filter(invitation=OuterRef("invitation"), statement=OuterRef("statement"))
    beside = {
        "latest_reference": Subquery(latest.values("latest__reference")[:1]),
        "latest_number": Subquery(latest.values("latest__number")[:1]),
        "latest_at": Subquery(latest.values("latest__submitted_at")[:1]),
        "rated_then": _rating(OuterRef("submission")),
        "rated_now": _rating(OuterRef("last")),
        "agreed": Subquery(agreed.values("level__label")[:1]),
        "agreed_version": Subquery(agreed.values("version")[:1]),
    }
    found = rows.annotate(last=Subquery(latest.values("latest_id")[:1])).annotate(**beside)
    row = found.values(*OWN, *beside, **FIELDS, **ABOUT).first()
    if row is None:
        raise Absent
    return _told(row)


def _rating(submission: OuterRef) -> Combinable:
    """The label of the self-rating in that submission."""
    return Subquery(SubmittedAnswer.objects.filter(submission=submission, statement=OuterRef("statement")).values("level__label")[:1])


def _told(row: dict[str, Any]) -> Thread:
    about = {name: row.pop(name) for name in ABOUT}
    on_action = about["action_what"] is not None
    ref = about["own_ref"] or about["action_ref"] or ""
    standard_ref = about["own_standard"] or about["standard_itself"] or about["action_standard"] or ""
    if on_action:
        words, text = (f"action for {ref}" if ref else "action"), about["action_what"] or "We would like help"
    elif about["own_ref"]:
        words, text = f"statement {ref}", about["own_text"]
    else:
        words, text = f"standard {standard_ref}", about["standard_title"]
    codes = {"kind": ChallengeKind(row["kind"]), "state": ChallengeState(row["state"]), "outcome": ChallengeOutcome(row["outcome"])}
    empty = {name: row[name] or "" for name in ("proposed", "latest_reference", "rated_then", "rated_now", "agreed")}
    counts = {name: row[name] or 0 for name in ("latest_number", "agreed_version")}
    return Thread(
        **{**row, **codes, **empty, **counts},
        statement_ref=ref,
        standard_ref=standard_ref,
        about=words,
        about_text=text,
        messages=_messages(row["challenge_id"]),
    )


def _messages(challenge_id: int) -> tuple[Message, ...]:
    """Every turn in order, with its evidence: in one statement, a row for each piece."""
    said: dict[int, tuple[Side, str, datetime, str]] = {}
    given: defaultdict[int, list[Given]] = defaultdict(list)
    rows = ChallengeMessage.objects.filter(challenge_id=challenge_id).order_by("at", "pk", "evidence__pk")
    for pk, side, text, at, by, *item in rows.values_list(
        "pk", "side", "text", "at", "by_name", *(F(f"evidence__item__{name}") for name in ("pk", "kind", "title", "where"))
    ):
        said[pk] = (Side(side), text, at, by)
        if item[0] is not None:
            given[pk].append(Given(*item))
    return tuple(Message(*parts, tuple(given[pk])) for pk, parts in said.items())
