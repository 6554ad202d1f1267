"""What the executive's page needs: a cycle's figures, and how things have moved since the one before, read in one pass."""

from dataclasses import dataclass

from section11.analysis.dataset import Basis, Dataset
from section11.analysis.journeys import JourneyData
from section11.analysis.queries.dataset import dataset_of
from section11.analysis.queries.journeys import chosen_of, journey_data
from section11.challenge.queries.rated import rated
from section11.challenge.queries.rating_counts import counts_of
from section11.cycles.queries.cycle_records import cycle_record
from section11.cycles.queries.cycles_to_compare import cycles_to_compare
from section11.lib.viewer import Viewer
from section11.returns.queries.approached import approached_units
from section11.returns.queries.rounds import rounds_of_cycles


@dataclass(frozen=True, slots=True)
class FoundSummary:
    """The figures of a cycle, and its journeys since the one before; None where there is none to compare with."""

    figures: Dataset
    journeys: JourneyData | None


def summary(viewer: Viewer, cycle_slug: str, basis: Basis = Basis.SELF) -> FoundSummary:
    """Both, of a cycle of the viewer's partnership, to everybody with a role there; seven statements at most."""
    cycle, earlier = cycles_to_compare(viewer, cycle_slug)
    chosen = chosen_of([one for one in earlier if one.is_joined], "")
    rounds = rounds_of_cycles(viewer, cycle.id, *([chosen.cycle.id] if chosen else []))
    answers = list(rated({one.submission_id: one.invitation_id for one in rounds}, agreed=basis is Basis.AGREED))
    sent = {one.submission_id: (one.invitation_id, one.sector_key) for one in rounds if one.cycle.id == cycle.id}
    counted = counts_of((one for one in answers if one.submission_id in sent), sent)
    figures = dataset_of(cycle_record(viewer, cycle_slug), approached_units(viewer, cycle.id), counted, basis)
    return FoundSummary(figures, journey_data(chosen.cycle, cycle, rounds, answers, basis) if chosen else None)
