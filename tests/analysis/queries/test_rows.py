"""Every number of the figures is as many rows as it says."""

from dataclasses import dataclass
from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from section11.analysis.dataset import Basis
from section11.analysis.figures.compute import Figures, compute
from section11.analysis.figures.rows import Wanted
from section11.analysis.queries.dataset import cycle_dataset
from section11.analysis.queries.rows import FoundRows, figure_rows
from section11.directory.models import Partnership
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer, system_viewer
from section11.transfer.operations.import_cycle import import_cycle
from tests.factories.cycle_files import cycle_file, encoded, invitation, submission
from tests.factories.directory import make_partnership, make_viewer
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def a_mixed_audit(at: datetime) -> Viewer:
    """Eight invitations: answered fully, partly, not at all, withdrawn; two sectors; agreed levels up and down."""
    up, down = {"level": "unmet", "agreed_level": "met"}, {"level": "met", "agreed_level": "partial"}
    met, na, part = {"level": "met"}, {"level": "na"}, {"level": "partial"}
    sent = [
        submission(),
        submission(
            {"1.1": up, "1.2": part, "2.1": met}, actions=[{"statement": "1.2", "what": "This", "who": "Head", "due": "2026-06-01"}]
        ),
        submission({"1.1": down, "2.1": na, "2.2": na}),
        submission({"1.1": na, "2.1": na}),
        submission({}),
    ]
    asked = [invitation(f"org-{n}", one, sector="police" if n % 2 else "school") for n, one in enumerate(sent)]
    asked += [
        invitation("never", sector="police"),
        invitation("left", submission(), state="withdrawn"),
        invitation("light", submission({"1.1": met, "2.1": part}), form="light", unit={"slug": "north", "name": "North"}),
    ]
    import_cycle(system_viewer("test"), encoded(cycle_file(*asked)), at=at)
    return make_viewer(Role.EXECUTIVE_VIEWER, of=Partnership.objects.get(slug="marsh-and-moor"))


@dataclass(frozen=True)
class Found:
    """The figures of the mixed audit on one basis, and the rows behind them."""

    figures: Figures
    viewer: Viewer

    def _found(self, wanted: dict[str, str]) -> FoundRows:
        return figure_rows(self.viewer, "2026", Wanted(**wanted), self.figures.dataset.basis)

    def rows(self, **wanted: str) -> int:
        """How many returns."""
        return len(self._found(wanted).rows)

    def cited(self, **wanted: str) -> int:
        """How many answers of them."""
        return sum(len(row.statements) for row in self._found(wanted).rows)


@pytest.fixture(params=list(Basis))
def found(request: pytest.FixtureRequest, db: None, at: datetime) -> Found:
    viewer = a_mixed_audit(at)
    return Found(compute(cycle_dataset(viewer, "2026", request.param)), viewer)


def test_response_forms_and_bands_are_as_many_rows(found: Found) -> None:
    figures = found.figures
    assert found.rows() == figures.units.denominator == 7
    assert found.rows(answered="yes") == figures.units.numerator == 6
    assert found.rows(answered="no") == len(figures.not_returned) == 1
    for sector in figures.sectors:
        assert found.rows(sector=sector.sector.key) == sector.response.denominator
        assert found.rows(sector=sector.sector.key, answered="yes") == sector.response.numerator
    assert {band.key: found.rows(band=band.key) for band, _ in figures.bands} == {band.key: count for band, count in figures.bands}
    assert {form: found.rows(form=form, answered="yes") for form in figures.by_form} == dict(figures.by_form)


def test_ratings_are_as_many_rows(found: Found) -> None:
    for one in found.figures.statements:
        ref, levels = one.statement.ref, one.levels
        assert {key: found.rows(statement=ref, level=key) for key in levels.counts} == dict(levels.counts)
        assert found.rows(statement=ref, level="-") == levels.unanswered
        assert found.rows(statement=ref, level_class="applicable") == levels.met.denominator
        assert found.rows(statement=ref, level_class="met") == levels.met.numerator
        for sector, of_sector in one.by_sector.items():
            assert found.rows(statement=ref, sector=sector, level_class="met") == of_sector.met.numerator


def test_ratings_of_standards_and_in_all_are_as_many_answers(found: Found) -> None:
    for standard in found.figures.standards:
        counts = standard.levels.counts
        assert {key: found.cited(standard=standard.standard.ref, level=key) for key in counts} == dict(counts)
    in_all = found.figures.levels
    assert {key: found.cited(level=key) for key in in_all.counts} == dict(in_all.counts)
    assert found.cited(level="-") == in_all.unanswered


def test_flags_are_as_many_answers(found: Found) -> None:
    returns = found.figures.returns
    assert found.cited(flag="must-meet") == sum(len(r.must_meet_missed) for r in returns) > 0
    assert found.cited(flag="no-action") == sum(len(r.without_action) for r in returns) > 0
    assert found.rows(flag="follow-up") == len(found.figures.follow_up) > 0


def test_rows_and_figures_are_for_those_with_a_role_in_the_partnership(at: datetime) -> None:
    a_mixed_audit(at)
    here = Partnership.objects.get(slug="marsh-and-moor")
    for role in PARTNERSHIP_ROLES:
        assert figure_rows(make_viewer(role, of=here), "2026", Wanted(), Basis.SELF).rows
        assert cycle_dataset(make_viewer(role, of=here), "2026").approached
    for stranger in (make_viewer(Role.OFFICER, of=make_partnership()), make_viewer(Role.RETURN_LEAD)):
        for asks in (lambda v: figure_rows(v, "2026", Wanted(), Basis.SELF), lambda v: cycle_dataset(v, "2026")):
            with pytest.raises(Absent):
                asks(stranger)


def test_six_statements_whatever_the_number_of_returns(at: datetime, assert_queries: AssertQueries) -> None:
    counts: dict[Basis, set[int]] = {basis: set() for basis in Basis}
    for slug, size in (("few", 3), ("many", 40)):
        file = cycle_file(*(invitation(f"org-{n}", submission()) for n in range(size)), cycle={"slug": slug})
        import_cycle(system_viewer("test"), encoded(file), at=at)
        viewer = make_viewer(of=Partnership.objects.get(slug="marsh-and-moor"))
        for basis in Basis:
            compute(cycle_dataset(viewer, slug, basis))
            with assert_queries(6) as seen:
                compute(cycle_dataset(viewer, slug, basis))
            counts[basis].add(seen.count)
    assert all(len(found) == 1 for found in counts.values())


@pytest.mark.parametrize("basis", Basis)
def test_answers_are_found_by_a_list_that_needs_no_guess_of_how_long_it_is(basis: Basis, at: datetime) -> None:
    """PostgreSQL reran a statement inside a statement for every answer while it had not counted the rows that just came in."""
    file = cycle_file(invitation("oak", submission({"1.1": {"level": "partial", "agreed_level": "met"}})))
    import_cycle(system_viewer("test"), encoded(file), at=at)
    viewer = make_viewer(of=Partnership.objects.get(slug="marsh-and-moor"))
    with CaptureQueriesContext(connection) as sent:
        cycle_dataset(viewer, "2026", basis)
    reading = [one["sql"] for one in sent if "returns_submittedanswer" in one["sql"]]
    assert len(reading) == 1
    assert reading[0].count("SELECT") == 1


def test_an_agreed_level_stands_only_on_the_rating_it_was_agreed_on(at: datetime) -> None:
    first = submission({"1.1": {"level": "unmet", "agreed_level": "met"}})
    second = submission({"1.1": {"level": "partial"}})
    import_cycle(system_viewer("test"), encoded(cycle_file(invitation("oak", first, second))), at=at)
    viewer = make_viewer(of=Partnership.objects.get(slug="marsh-and-moor"))
    assert compute(cycle_dataset(viewer, "2026", Basis.AGREED)).levels.counts["partial"] == 1
