"""Reviewers and what they are given, challenges and where they stand."""

from typing import Any

from section11.challenge.models import Challenge, ChallengeMessage, ReviewerPart
from section11.challenge.operations.answer_challenge import answer_challenge
from section11.challenge.operations.close_challenge import close_challenge
from section11.challenge.operations.raise_challenge import raise_challenge
from section11.challenge.rules.typing import ChallengeText
from section11.challenge.vocabulary import ChallengeKind, ChallengeOutcome, ChallengeState
from section11.cycles.models import Cycle
from section11.directory.models import Sector
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from section11.standards.models import Standard
from tests.factories.directory import make_viewer
from tests.factories.returns import AT, Opened


def make_part(reviewer: Viewer, cycle: Cycle, *, standard: str = "", sector: Sector | None = None) -> ReviewerPart:
    """A standard (by ref) or a sector of a cycle, given to a reviewer."""
    found = Standard.objects.get(ref=standard, edition__in=[cycle.edition_id, cycle.local_edition_id or 0]) if standard else None
    return ReviewerPart.objects.create(
        cycle=cycle, person_id=reviewer.person_id, standard=found, sector=sector, given_at=AT, given_by_name="Business unit"
    )


def make_reviewer(cycle: Cycle, *standards: str) -> Viewer:
    """A reviewer of the cycle's partnership, who was given these standards of it (none: all)."""
    viewer = make_viewer(Role.REVIEWER, of=cycle.partnership)
    for ref in standards:
        make_part(viewer, cycle, standard=ref)
    return viewer


def make_challenge(
    opened: Opened, reference: str, about: str = "statement:1.1", *, by: Viewer | None = None, text: str = "How do you know?", **typed: Any
) -> Challenge:
    """A challenge of a submission, by its partnership's officer unless told otherwise: a question, if nothing else is typed."""
    typed = {"kind": ChallengeKind.QUESTION, **typed}
    return Challenge.objects.get(pk=raise_challenge(by or opened.officer, reference, about, ChallengeText(text=text, **typed), at=AT))


def messages_of(challenge: Challenge) -> int:
    """How many messages its thread has: what somebody has seen who looks now."""
    return ChallengeMessage.objects.filter(challenge=challenge).count()


def answer(opened: Opened, challenge: Challenge, text: str = "We ask every child.", **more: Any) -> None:
    """The lead's answer to a challenge as it stands."""
    given = {"seen": messages_of(challenge), "at": AT, **more}
    answer_challenge(opened.lead, opened.return_id, challenge.pk, text, **given)


def close(opened: Opened, challenge: Challenge, outcome: str = ChallengeOutcome.EVIDENCE_SEEN, note: str = "", **more: Any) -> None:
    """The officer's end of a challenge as it stands."""
    close_challenge(opened.officer, challenge.pk, outcome=outcome, note=note, **{"seen": messages_of(challenge), "at": AT, **more})


def challenge_in(state: ChallengeState, opened: Opened, reference: str, **given: Any) -> Challenge:
    """A challenge that came to this state as challenges do."""
    made = make_challenge(opened, reference, **given)
    if state == ChallengeState.ANSWERED:
        answer(opened, made)
    if state == ChallengeState.CLOSED:
        close(opened, made)
    made.refresh_from_db()
    return made
