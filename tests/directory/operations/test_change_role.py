from datetime import datetime

import pytest

from section11.directory.models import Membership
from section11.directory.operations.change_role import change_role
from section11.directory.queries import viewer_in_partnership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.directory import make_membership, make_organisation, make_participation, make_partnership, make_viewer

pytestmark = pytest.mark.django_db


def roles(held: Membership) -> set[str]:
    return set(held.person.memberships.filter(ended_at__isnull=True).values_list("role", flat=True))


def test_an_officer_gives_a_colleague_another_role(at: datetime) -> None:
    partnership = make_partnership()
    home = make_organisation()
    held = make_membership(role=Role.REVIEWER, of=partnership, job_title="Manager", home_organisation=home)
    new = change_role(make_viewer(of=partnership), held.pk, role=Role.OFFICER, at=at)
    new.refresh_from_db()
    assert roles(held) == {"officer"}
    assert (new.job_title, new.home_organisation) == ("Manager", home)


def test_never_the_last_officers(at: datetime) -> None:
    held = make_membership(role=Role.OFFICER)
    assert held.partnership
    viewer = viewer_in_partnership(held.person, held.partnership.slug)
    assert viewer
    with pytest.raises(Refused):
        change_role(viewer, held.pk, role=Role.REVIEWER, at=at)
    assert roles(held) == {"officer"}


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.RETURN_LEAD, "boss"])
def test_to_another_role_of_a_partnership_only(role: str, at: datetime) -> None:
    partnership = make_partnership()
    held = make_membership(role=Role.REVIEWER, of=partnership)
    with pytest.raises(Refused) as told:
        change_role(make_viewer(of=partnership), held.pk, role=role, at=at)
    assert set(told.value.problems) == {"role"}


def test_foreign_absent_and_a_units_roles_look_the_same(at: datetime) -> None:
    place = make_participation()
    lead = make_membership(role=Role.RETURN_LEAD, of=place.organisation)
    foreign = make_membership(role=Role.REVIEWER)
    for key in (lead.pk, foreign.pk, 999_999):
        with pytest.raises(Absent):
            change_role(make_viewer(of=place.partnership), key, role=Role.OFFICER, at=at)


def test_a_reviewer_changes_nobodys_role(at: datetime) -> None:
    partnership = make_partnership()
    held = make_membership(role=Role.REVIEWER, of=partnership)
    with pytest.raises(Absent):
        change_role(make_viewer(Role.REVIEWER, of=partnership), held.pk, role=Role.OFFICER, at=at)
