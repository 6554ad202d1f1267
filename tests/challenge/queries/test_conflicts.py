import pytest

from section11.challenge.queries.conflicts import conflicted_people, is_conflicted, refuse_conflicted
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import system_viewer
from tests.factories.directory import LONG_AGO, make_membership, make_partnership, make_unit, make_viewer
from tests.factories.returns import open_return, partnership_viewer
from tests.people import person_of

pytestmark = pytest.mark.django_db


def test_who_belongs_nowhere_else_is_free() -> None:
    opened = open_return()
    for role in (Role.OFFICER, Role.REVIEWER):
        viewer = partnership_viewer(opened, role)
        assert not is_conflicted(viewer, opened.invitation.pk)
        refuse_conflicted(viewer, opened.invitation.pk)
    assert not is_conflicted(system_viewer("test", partnership_id=opened.cycle.partnership_id), opened.invitation.pk)


def test_a_home_organisation_counts_wherever_it_was_declared() -> None:
    opened, other = open_return(), open_return()
    here, elsewhere = (partnership_viewer(opened, Role.REVIEWER) for _ in range(2))
    Membership.objects.filter(person_id=here.person_id).update(home_organisation=opened.unit.organisation)
    make_membership(person_of(elsewhere), Role.OFFICER, of=make_partnership(), home_organisation=opened.unit.organisation)
    for viewer in (here, elsewhere):
        assert is_conflicted(viewer, opened.invitation.pk)
        with pytest.raises(Refused, match=f"You belong to {opened.participation.name}, so a colleague must do this"):
            refuse_conflicted(viewer, opened.invitation.pk)
    free = partnership_viewer(other, Role.REVIEWER)
    Membership.objects.filter(person_id=free.person_id).update(home_organisation=opened.unit.organisation)
    assert not is_conflicted(free, other.invitation.pk)


@pytest.mark.parametrize("role", [Role.RETURN_LEAD, Role.SIGNATORY, Role.CONTRIBUTOR])
def test_a_role_in_any_unit_of_the_organisation_counts_while_it_lasts(role: Role) -> None:
    opened = open_return()
    reviewer = partnership_viewer(opened, Role.REVIEWER)
    held = make_membership(person_of(reviewer), role, of=make_unit(opened.unit.organisation))
    assert is_conflicted(reviewer, opened.invitation.pk)
    Membership.objects.filter(pk=held.pk).update(ended_at=LONG_AGO)
    assert not is_conflicted(reviewer, opened.invitation.pk)


def test_another_partnerships_invitation_is_absent() -> None:
    opened = open_return()
    for viewer in (make_viewer(Role.OFFICER), opened.lead):
        for ask in (is_conflicted, refuse_conflicted):
            with pytest.raises(Absent):
                ask(viewer, opened.invitation.pk)


def test_everybody_who_belongs_is_found() -> None:
    opened, _ = open_return(), open_return()
    at_home = make_membership(role=Role.REVIEWER, of=opened.cycle.partnership, home_organisation=opened.unit.organisation)
    team = {viewer.person_id for viewer in (opened.lead, opened.signatory, opened.contributor)}
    assert set(conflicted_people(opened.invitation.pk)) == {at_home.person_id, *team}
