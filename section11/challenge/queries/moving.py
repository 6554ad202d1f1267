"""A challenge that somebody is about to move on: under its invitation's lock, and as they saw it."""

from dataclasses import dataclass

from section11.challenge.models import Challenge, ChallengeMessage
from section11.challenge.queries.latest import lock_invitation
from section11.challenge.rules.transitions import can
from section11.challenge.vocabulary import CHALLENGE_OUTCOME_WORDS, ChallengeOutcome
from section11.lib.errors import Absent, Conflict
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation
from section11.returns.queries.writing import head_for_lead


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody had before their eyes when they wrote: how many messages the thread had, and what they typed."""

    messages: int
    typed: dict[str, str]


def challenge_of_partnership(viewer: Viewer, challenge_id: int) -> Challenge:
    """The challenge, if the viewer's partnership raised it; held still until the transaction ends."""
    return _held(Challenge.objects.filter(pk=challenge_id, invitation__cycle__partnership=viewer.partnership).first())


def challenge_of_return(viewer: Viewer, return_id: int, challenge_id: int) -> Challenge:
    """The challenge, if it is about that return and the viewer leads it; held still until the transaction ends."""
    head_for_lead(viewer, return_id)
    asked = ReturnInvitation.objects.filter(unit_return_id=return_id).values("invitation_id")
    return _held(Challenge.objects.filter(pk=challenge_id, invitation__in=asked).first())


def _held(found: Challenge | None) -> Challenge:
    if found is None:
        raise Absent
    lock_invitation(found.invitation_id)
    whole = ("statement__standard", "standard", "action__statement__standard", "invitation__participation", "invitation__cycle")
    return Challenge.objects.select_related(*whole).get(pk=found.pk)


def streams_of(challenge: Challenge) -> tuple[str, str]:
    """The activity streams that tell of it: the organisation's and the partnership's."""
    invitation = challenge.invitation
    return f"organisation:{invitation.participation.organisation_id}", f"partnership:{invitation.cycle.partnership_id}"


def standard_ref_of(challenge: Challenge) -> str | None:
    """The ref of the standard it is about; None for an action of the whole plan."""
    if challenge.statement:
        return challenge.statement.standard.ref
    if challenge.standard:
        return challenge.standard.ref
    statement = challenge.action.statement if challenge.action else None
    return statement.standard.ref if statement else None


def check_as_seen(challenge: Challenge, verb: str, seen: Seen) -> None:
    """Raise `Conflict` with both texts when somebody wrote in the thread since, or it was closed."""
    count = ChallengeMessage.objects.filter(challenge=challenge).count()
    if not can("challenge", verb, challenge.state):
        ended = CHALLENGE_OUTCOME_WORDS[ChallengeOutcome(challenge.outcome)]
        raise Conflict(version=count, mine=seen.typed, theirs={"outcome": ended}, by=challenge.closed_by_name)
    if count != seen.messages:
        last = ChallengeMessage.objects.filter(challenge=challenge).order_by("-at", "-pk")[0]
        raise Conflict(version=count, mine=seen.typed, theirs={"text": last.text}, by=last.by_name)
