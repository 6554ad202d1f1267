"""Fills the journey of one unit: for a partnership that reads its submissions, and for the unit itself."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from section11.analysis.dataset import Basis
from section11.analysis.figures.shares import Share
from section11.analysis.journeys import JourneyData
from section11.analysis.middle_half import MiddleHalf, OtherShare, middle_halves
from section11.analysis.queries.journeys import journey_data
from section11.analysis.unit_journey import UnitJourney, unit_journey
from section11.challenge.queries.rated import rated
from section11.directory.queries.participations import participation
from section11.lib.viewer import Viewer
from section11.plans.queries.closed_since import ActionsSince, actions_since, own_actions_since
from section11.returns.queries.head import ReturnHead, return_head
from section11.returns.queries.rounds import Round, rounds_of_organisation, rounds_of_return
from section11.returns.queries.sector_counts import others_in_sector


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which journey: the unit by its slug (None: the one that answered last), the later cycle and the earlier one by slug.

    `invitation` names unit and later cycle at once, where they are not given by themselves.
    """

    unit: str | None = None
    invitation: int = 0
    cycle: str = ""
    since: str = ""
    basis: Basis = Basis.SELF


@dataclass(frozen=True, slots=True)
class FoundJourney:
    """A unit's rounds, the two chosen ones, and the journey between them; None where there is nothing to compare."""

    organisation: str
    units: Sequence[tuple[str, str]]  # slug and name of those that answered
    rounds: Sequence[Round]  # of the chosen unit, the latest first
    now: Round | None
    then: Round | None
    data: JourneyData | None
    journey: UnitJourney | None
    actions: ActionsSince


@dataclass(frozen=True, slots=True)
class OwnJourney:
    """What an organisation sees of itself. `middle`: its sector's, by standard; empty unless asked for and enough others answered."""

    head: ReturnHead
    found: FoundJourney
    middle: Mapping[str, MiddleHalf]


def organisation_journey(viewer: Viewer, organisation_slug: str, wanted: Wanted) -> FoundJourney:
    """A journey of an organisation of the viewer's partnership, to those who read submissions; nine statements at most.

    `Absent` when there is no such organisation.
    """
    rounds = rounds_of_organisation(viewer, organisation_slug)
    if not rounds:
        return FoundJourney(participation(viewer, organisation_slug).name, [], [], None, None, None, None, ActionsSince())
    named = next((one for one in rounds if one.invitation_id == wanted.invitation), rounds[0])
    units = dict(sorted((one.unit_slug, one.unit_name) for one in rounds))
    slug = wanted.unit if wanted.unit in units else named.unit_slug
    mine = [one for one in rounds if one.unit_slug == slug]
    cycle = wanted.cycle or (named.cycle.slug if named in mine else "")
    now = next((one for one in mine if one.cycle.slug == cycle), mine[0])
    then = _earlier(mine, now, wanted.since)
    actions = actions_since(viewer, then.cycle.id).get(now.unit_id, ActionsSince()) if then else ActionsSince()
    return _found(now.organisation_name, list(units.items()), mine, now, then, actions, wanted.basis)


def own_journey(viewer: Viewer, return_id: int, *, since: str = "", basis: Basis = Basis.SELF, beside: bool = False) -> OwnJourney:
    """The journey of one of the viewer's returns, from its latest submission; `Absent` when it is not theirs.

    `beside`: with the middle half of its sector, from the self-ratings of the other organisations in it.
    """
    head = return_head(viewer, return_id)
    rounds = rounds_of_return(viewer, return_id)
    now = next((one for one in rounds if one.invitation_id == head.invitation_number), None)
    then = _earlier(rounds, now, since) if now else None
    actions = own_actions_since(viewer, then.invitation_id) if then else ActionsSince()
    found = _found(head.organisation_name, [], rounds, now, then, actions, basis)
    return OwnJourney(head, found, middle_halves(_other_shares(viewer, head)) if beside and found.journey else {})


def _earlier(rounds: Sequence[Round], now: Round, since: str) -> Round | None:
    """The round of that cycle, if it was before; else the nearest before on the same tool; else the nearest before."""
    before = [one for one in rounds if one.cycle.began < now.cycle.began]
    by_slug = next((one for one in before if one.cycle.slug == since), None)
    same = next((one for one in before if one.cycle.edition_tool == now.cycle.edition_tool), None)
    return by_slug or same or next(iter(before), None)


def _found(
    name: str,
    units: Sequence[tuple[str, str]],
    rounds: Sequence[Round],
    now: Round | None,
    then: Round | None,
    actions: ActionsSince,
    basis: Basis,
) -> FoundJourney:
    if now is None or then is None:
        return FoundJourney(name, units, rounds, now, then, None, None, actions)
    answers = rated({one.submission_id: one.invitation_id for one in (then, now)}, agreed=basis is Basis.AGREED)
    data = journey_data(then.cycle, now.cycle, [then, now], answers, basis)
    return FoundJourney(name, units, rounds, now, then, data, unit_journey(data, now.unit_id), actions)


def _other_shares(viewer: Viewer, head: ReturnHead) -> list[OtherShare]:
    """The met share of each other return on each standard."""
    met: defaultdict[tuple[int, int, str], int] = defaultdict(int)
    applicable: defaultdict[tuple[int, int, str], int] = defaultdict(int)
    for one in others_in_sector(viewer, head):
        key = (one.organisation_number, one.invitation_number, one.standard_ref)
        met[key] += one.count if one.level_class == "met" else 0
        applicable[key] += one.count if one.level_class in ("met", "partial", "unmet") else 0
    return [OtherShare(organisation, ref, Share(met[key], of)) for key, of in applicable.items() for organisation, _, ref in [key]]
