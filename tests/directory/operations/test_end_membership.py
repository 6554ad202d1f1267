from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Membership, Organisation, Partnership
from section11.directory.operations.end_membership import end_membership
from section11.directory.queries import viewer_in_organisation, viewer_in_partnership
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from tests.factories.directory import make_membership, make_organisation, make_participation, make_partnership, make_unit, make_viewer

pytestmark = pytest.mark.django_db


def viewer_of(held: Membership) -> Viewer:
    if held.partnership:
        viewer = viewer_in_partnership(held.person, held.partnership.slug)
    else:
        assert held.unit
        viewer = viewer_in_organisation(held.person, held.unit.organisation.slug)
    assert viewer
    return viewer


def running(held: Membership) -> bool:
    held.refresh_from_db()
    return held.ended_at is None


def team(of: Partnership | Organisation, *roles: Role) -> list[Membership]:
    return [make_membership(role=role, of=of) for role in roles]


def test_an_officer_ends_a_colleagues_role(at: datetime) -> None:
    officer, reviewer = team(make_partnership(), Role.OFFICER, Role.REVIEWER)
    end_membership(viewer_of(officer), reviewer.pk, at=at)
    reviewer.refresh_from_db()
    assert reviewer.ended_at == at
    event = ActivityEvent.objects.get()
    assert (event.verb, event.subject) == ("membership-ended", f"membership:{reviewer.pk}")
    assert event.details == {"person": reviewer.person.ref, "role": "reviewer", "unit": None}


def test_never_the_last_officer(at: datetime) -> None:
    first, second = team(make_partnership(), Role.OFFICER, Role.OFFICER)
    end_membership(viewer_of(first), second.pk, at=at)
    with pytest.raises(Refused, match="at least one officer"):
        end_membership(viewer_of(first), first.pk, at=at)
    assert running(first)


def test_an_officer_elsewhere_is_no_other_officer_here(at: datetime) -> None:
    team(make_partnership(), Role.OFFICER)
    (only,) = team(make_partnership(), Role.OFFICER)
    with pytest.raises(Refused):
        end_membership(viewer_of(only), only.pk, at=at)


@pytest.mark.parametrize("role", sorted(PARTNERSHIP_ROLES - {Role.OFFICER}))
def test_others_end_nothing(role: Role, at: datetime) -> None:
    held, reviewer = team(make_partnership(), role, Role.REVIEWER)
    with pytest.raises(Absent):
        end_membership(viewer_of(held), reviewer.pk, at=at)


def test_foreign_absent_and_ended_look_the_same(at: datetime) -> None:
    partnership = make_partnership()
    viewer = make_viewer(of=partnership)
    foreign = make_membership(role=Role.REVIEWER)
    ended = make_membership(role=Role.REVIEWER, of=partnership, ended_at=at)
    for key in (foreign.pk, ended.pk, 999_999):
        with pytest.raises(Absent):
            end_membership(viewer, key, at=at)
    assert running(foreign)


def test_a_lead_ends_a_contributors_role(at: datetime) -> None:
    organisation = make_organisation()
    lead, contributor = team(organisation, Role.RETURN_LEAD, Role.CONTRIBUTOR)
    end_membership(viewer_of(lead), contributor.pk, at=at)
    assert not running(contributor)
    assert ActivityEvent.objects.get().stream.ref == organisation.ref


def test_the_last_lead_goes_only_by_handing_over(at: datetime) -> None:
    lead, _ = team(make_organisation(), Role.RETURN_LEAD, Role.CONTRIBUTOR)
    with pytest.raises(Refused, match="only return lead"):
        end_membership(viewer_of(lead), lead.pk, at=at)
    assert running(lead)


def test_one_of_two_leads_may_go(at: datetime) -> None:
    first, second = team(make_organisation(), Role.RETURN_LEAD, Role.RETURN_LEAD)
    end_membership(viewer_of(first), second.pk, at=at)
    assert not running(second)


def test_an_officer_ends_even_the_last_lead_where_the_organisation_takes_part(at: datetime) -> None:
    place = make_participation()
    (lead,) = team(place.organisation, Role.RETURN_LEAD)
    end_membership(make_viewer(of=place.partnership), lead.pk, at=at)
    assert not running(lead)
    assert {event.stream.ref for event in ActivityEvent.objects.all()} == {place.organisation.ref, place.partnership.ref}


def test_an_officer_elsewhere_reaches_no_lead(at: datetime) -> None:
    place = make_participation()
    (lead,) = team(place.organisation, Role.RETURN_LEAD)
    with pytest.raises(Absent):
        end_membership(make_viewer(), lead.pk, at=at)
    assert running(lead)


def test_a_lead_of_another_unit_reaches_nobody_here(at: datetime) -> None:
    organisation = make_organisation()
    held = make_membership(role=Role.CONTRIBUTOR, of=make_unit(organisation))
    with pytest.raises(Absent):
        end_membership(make_viewer(Role.RETURN_LEAD, of=organisation), held.pk, at=at)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.SIGNATORY])
def test_others_of_the_unit_end_nothing(role: Role, at: datetime) -> None:
    organisation = make_organisation()
    held, lead = team(organisation, role, Role.RETURN_LEAD)
    with pytest.raises(Absent):
        end_membership(viewer_of(held), lead.pk, at=at)
