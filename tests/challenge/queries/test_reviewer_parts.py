import pytest

from section11.challenge.queries.reviewer_parts import refuse_outside_remit, remit
from section11.directory.models import Membership
from section11.directory.vocabulary import Role, SectorKind
from section11.lib.errors import Absent, Refused
from tests.factories.challenge import make_part, make_reviewer
from tests.factories.directory import make_membership, make_sector, make_viewer
from tests.factories.returns import open_return, partnership_viewer
from tests.people import person_of

pytestmark = pytest.mark.django_db


def test_a_reviewer_given_nothing_and_an_officer_write_in_all() -> None:
    opened, other = open_return(), open_return()
    reviewer = make_reviewer(opened.cycle)
    make_part(reviewer, other.cycle, standard="1")  # another audit is another matter
    officer = partnership_viewer(opened, Role.OFFICER)
    make_part(officer, opened.cycle, standard="1")
    for viewer in (reviewer, officer):
        found = remit(viewer, opened.invitation.pk)
        assert found.covers_any
        assert [found.problem(ref) for ref in ("1", "2", "L")] == ["", "", ""]
        refuse_outside_remit(viewer, opened.invitation.pk, "2")


def test_a_reviewer_given_standards_writes_in_those() -> None:
    opened = open_return(local=["We know our neighbours"])
    found = remit(make_reviewer(opened.cycle, "1", "L"), opened.invitation.pk)
    assert [found.covers(ref) for ref in ("1", "2", "L")] == [True, False, True]
    assert found.covers_any


def test_a_reviewer_given_a_sector_writes_in_all_of_its_returns() -> None:
    opened = open_return()
    reviewer = make_reviewer(opened.cycle, "1")
    found = make_reviewer(opened.cycle)
    make_part(reviewer, opened.cycle, sector=opened.invitation.sector)
    make_part(found, opened.cycle, sector=make_sector(opened.cycle.partnership, SectorKind.POLICE))
    assert remit(reviewer, opened.invitation.pk).covers("2")
    assert not remit(found, opened.invitation.pk).covers_any
    with pytest.raises(Refused, match="given to other reviewers"):
        refuse_outside_remit(found, opened.invitation.pk)


def test_who_writes_outside_is_told_why() -> None:
    opened = open_return()
    with pytest.raises(Refused, match="This standard was given to other reviewers"):
        refuse_outside_remit(make_reviewer(opened.cycle, "1"), opened.invitation.pk, "2")
    officer = partnership_viewer(opened, Role.OFFICER)
    Membership.objects.filter(person_id=officer.person_id).update(home_organisation=opened.unit.organisation)
    for standard in (None, "1"):
        with pytest.raises(Refused, match="so a colleague must do this"):
            refuse_outside_remit(officer, opened.invitation.pk, standard)
    assert not remit(officer, opened.invitation.pk).covers_any


@pytest.mark.parametrize("role", [Role.SCRUTINEER, Role.EXECUTIVE_VIEWER])
def test_who_only_reads_writes_nothing(role: Role) -> None:
    opened = open_return()
    viewer = partnership_viewer(opened, role)
    assert not remit(viewer, opened.invitation.pk).covers_any
    assert remit(viewer, opened.invitation.pk).problem("1") == "Only officers and reviewers do this"
    with pytest.raises(Absent):
        refuse_outside_remit(viewer, opened.invitation.pk, "1")


def test_another_partnerships_return_is_absent() -> None:
    opened = open_return()
    officer = make_viewer(Role.OFFICER)
    make_membership(person_of(officer), Role.CONTRIBUTOR, of=opened.unit)
    for viewer in (officer, opened.lead):
        with pytest.raises(Absent):
            remit(viewer, opened.invitation.pk)
        with pytest.raises(Absent):
            refuse_outside_remit(viewer, opened.invitation.pk, "1")
