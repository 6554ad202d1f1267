"""Two cycles of one partnership, as plain data and as rows."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from section11.analysis.dataset import Basis, SectorInfo, StandardInfo, StatementInfo
from section11.analysis.journeys import Given, JourneyData, Pairs, Side, Traveller
from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from section11.directory.models import Partnership
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer, system_viewer
from section11.returns.models import ReturnInvitation
from section11.standards.models import Edition
from section11.transfer.operations.import_cycle import import_cycle
from tests.factories.cycle_files import cycle_file, encoded, invitation, submission
from tests.factories.cycles import make_cycle
from tests.factories.directory import make_viewer
from tests.factories.returns import AT, Opened, answer_everything, open_return, sign_and_submit
from tests.factories.standards import edition_document

CLASSES = {"met": "met", "partial": "partial", "unmet": "unmet", "na": "not_applicable", "": ""}
Ratings = Mapping[str, str]  # statement ref -> level key; empty = asked and not answered


def given(ratings: Ratings) -> dict[str, Given]:
    """What a unit answered on the small scale."""
    return {ref: Given(key, CLASSES[key]) for ref, key in ratings.items()}


def side(cycle: str, refs: Sequence[str]) -> Side:
    """A cycle that asked these statements, each under the standard before its point."""
    standards = list(dict.fromkeys(ref.partition(".")[0] for ref in refs))
    return Side(
        cycle=cycle,
        title=f"Audit {cycle}",
        edition="Small standards",
        standards=[StandardInfo(ref, f"Standard {ref}") for ref in standards],
        statements=[StatementInfo(ref, f"key-{ref}", f"Statement {ref}", ref.partition(".")[0]) for ref in refs],
        labels={"met": "Met", "partial": "Partially met", "unmet": "Not met", "na": "Not applicable"},
    )


def same_refs(*refs: str) -> Pairs:
    """Pairs of two cycles on one edition."""
    return Pairs({ref: [ref] for ref in refs})


def journey_data(
    *units: tuple[str, Ratings, Ratings], pairs: Pairs | None = None, then: Sequence[str] = (), now: Sequence[str] = ()
) -> JourneyData:
    """Units that answered twice: their sector, what they said then, and now. On one edition, unless pairs are given."""
    asked_then = list(then) or sorted({ref for _, before, _ in units for ref in before})
    asked_now = list(now) or sorted({ref for _, _, after in units for ref in after} | set() if pairs else {*asked_then, *_refs(units)})
    travellers = [
        Traveller(number, f"org-{number}", f"Organisation {number}", "", "", sector, f"then-{number}", f"now-{number}")
        for number, (sector, _, _) in enumerate(units, 1)
    ]
    return JourneyData(
        basis=Basis.SELF,
        then=side("2024", asked_then),
        now=side("2026", asked_now),
        pairs=pairs or same_refs(*asked_now),
        sectors=[SectorInfo(key, key.capitalize()) for key in dict.fromkeys(sector for sector, _, _ in units)],
        both=travellers,
        only_then=[],
        only_now=[],
        answers_then={number: given(before) for number, (_, before, _) in enumerate(units, 1)},
        answers_now={number: given(after) for number, (_, _, after) in enumerate(units, 1)},
    )


def _refs(units: Sequence[tuple[str, Ratings, Ratings]]) -> set[str]:
    return {ref for _, _, after in units for ref in after}


def sent(ratings: Ratings, **agreed: str) -> dict[str, Any]:
    """A submission of a cycle file with these levels; `agreed`: agreed levels, by name: s1_1="met"."""
    after = {name[1:].replace("_", "."): key for name, key in agreed.items()}
    rated = {ref: {"level": key, **({"agreed_level": after[ref]} if ref in after else {})} for ref, key in ratings.items() if key}
    return submission(rated)


def two_cycles(
    then: Sequence[dict[str, Any]], now: Sequence[dict[str, Any]], *, editions: tuple[dict[str, Any], dict[str, Any]] | None = None
) -> Partnership:
    """A partnership with an audit 2024 and an audit 2026 of these invitations, brought in from cycle files."""
    before, after = editions or (edition_document(), edition_document())
    for slug, edition, invitations in (("2024", before, then), ("2026", after, now)):
        dates = {"opens": f"{slug}-01-05", "due": f"{slug}-03-31", "slug": slug, "title": f"Audit {slug}"}
        document = cycle_file(*invitations, cycle=dates, edition=edition)
        import_cycle(system_viewer("test", roles=frozenset({Role.OFFICER})), encoded(document), at=AT)
    return Partnership.objects.get(slug="marsh-and-moor")


def of_partnership(partnership: Partnership, role: Role = Role.OFFICER) -> Viewer:
    """Somebody with that role there."""
    return make_viewer(role, of=partnership)


def many(number: int, level: str = "met") -> list[dict[str, Any]]:
    """That many invitations, all answered alike, of two sectors."""
    return [
        invitation(
            f"org-{n}", submission({ref: {"level": level} for ref in ("1.1", "1.2", "2.1", "2.2")}), sector=("school", "police")[n % 2]
        )
        for n in range(number)
    ]


def own_return(slug: str = "oak", cycle: str = "2026", role: Role = Role.RETURN_LEAD) -> tuple[Viewer, int]:
    """Somebody with that role in the whole of an organisation, and its return in that audit."""
    found = ReturnInvitation.objects.get(invitation__cycle__slug=cycle, invitation__participation__slug=slug, invitation__unit__slug="")
    return make_viewer(role, of=found.invitation.unit), found.unit_return_id


def earlier_audit(opened: Opened, edition: Edition, level: str = "partial", **given: Any) -> Opened:
    """An audit of the same partnership before that of a return, closed, which the same unit answered with that level everywhere."""
    cycle = make_cycle(opened.cycle.partnership, edition=edition, title="The audit before", opens=date(2024, 1, 8), due=date(2024, 3, 29))
    made = open_return(cycle=cycle, unit=opened.unit, participation=opened.participation, **given)
    answer_everything(made, level, reason="As it was.", no_action_reason="It was done at once.")
    sign_and_submit(made)
    Cycle.objects.filter(pk=cycle.pk).update(state=CycleState.CLOSED)
    return made
