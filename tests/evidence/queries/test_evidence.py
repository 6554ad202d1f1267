from datetime import datetime

import pytest

from section11.directory.models import Unit
from section11.directory.vocabulary import Role
from section11.evidence.operations.remove_evidence import remove_evidence
from section11.evidence.queries import evidence_file, evidence_of_unit
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from tests.factories.directory import make_organisation, make_unit, make_viewer, whole_unit
from tests.factories.evidence import make_file, make_reference
from tests.people import let_in, strangers_to
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def people_of(unit: Unit) -> dict[str, Viewer]:
    return {role.value: make_viewer(role, of=unit) for role in (Role.RETURN_LEAD, Role.SIGNATORY, Role.CONTRIBUTOR)}


def open_and_close(viewer: Viewer, item_id: int) -> None:
    evidence_file(viewer, item_id)[2].close()


def test_the_list_is_by_title_and_leaves_out_what_was_removed(at: datetime) -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    for title in ("Rota", "Handbook", "Policy"):
        make_reference(lead, unit.pk, title)
    gone = make_file(lead, unit.pk, "Attendance")
    remove_evidence(lead, gone.pk, at=at)
    assert [(e.title, e.kind, e.size) for e in evidence_of_unit(lead, unit.pk)] == [
        ("Handbook", "reference", 0),
        ("Policy", "reference", 0),
        ("Rota", "reference", 0),
    ]


def test_everybody_of_the_unit_reads_it_and_nobody_else() -> None:
    unit = whole_unit(make_organisation())
    people = people_of(unit)
    item = make_file(people["return-lead"], unit.pk)
    own = set(people)
    people |= strangers_to(unit)
    assert let_in(people, lambda who: open_and_close(who, item.pk)) == own
    people.pop("officer")
    people.pop("nobody")
    assert {name for name, who in people.items() if evidence_of_unit(who, unit.pk)} == own


def test_no_list_without_an_organisation_in_the_address() -> None:
    with pytest.raises(Absent):
        evidence_of_unit(make_viewer(Role.OFFICER), 1)


def test_a_unit_reads_nothing_of_the_unit_next_to_it() -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    make_reference(lead, unit.pk)
    beside = make_unit(unit.organisation)
    assert evidence_of_unit(make_viewer(Role.RETURN_LEAD, of=beside), unit.pk) == []
    assert evidence_of_unit(lead, beside.pk) == []


def test_only_files_open() -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    item = make_reference(lead, unit.pk)
    for item_id in (item.pk, 4711):
        with pytest.raises(Absent):
            evidence_file(lead, item_id)


def test_one_statement_whatever_the_number(assert_queries: AssertQueries) -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    for number in range(12):
        make_reference(lead, unit.pk, f"Title {number}")
    with assert_queries(1):
        assert len(evidence_of_unit(lead, unit.pk)) == 12
