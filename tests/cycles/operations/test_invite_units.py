from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Invitation
from section11.cycles.operations.invite_units import SomeRefused, invite_units
from section11.cycles.vocabulary import CycleState
from section11.directory.models import Membership, Participation, Person
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.cycles import invitation_wording, make_cycle
from tests.factories.directory import make_person, make_sector, make_viewer
from tests.queries import Queries

pytestmark = pytest.mark.django_db


def test_all_of_them_in_their_order(at: datetime) -> None:
    cycle = make_cycle()
    make_sector(cycle.partnership)
    wordings = [invitation_wording(name=f"School {n}", unit=unit) for n in (2, 1) for unit in ("Site", "")]
    officer = make_viewer(of=cycle.partnership)
    for some in (wordings[:3], wordings[3:]):
        invite_units(officer, cycle.slug, some, at=at)
    rows = Invitation.objects.filter(cycle=cycle).values_list("order", "participation__name", "unit__name", "invited_at")
    assert list(rows) == [(0, "School 2", "Site", at), (1, "School 2", "", at), (2, "School 1", "Site", at), (3, "School 1", "", at)]
    assert Membership.objects.filter(role=Role.RETURN_LEAD).count() == 4
    assert ActivityEvent.objects.filter(verb="unit-invited").count() == 4


def test_all_or_none_with_everything_that_is_wrong(at: datetime) -> None:
    cycle = make_cycle()
    make_sector(cycle.partnership)
    make_person(email="shut@example.org", is_active=False)
    wordings = [
        invitation_wording(),
        invitation_wording(name="Elm", lead_email="x", form="review"),
        invitation_wording(name="OAK surgery"),
        invitation_wording(name="Ash", lead_email="shut@example.org", signatory_name="S", signatory_email="Shut@example.org"),
    ]
    with pytest.raises(SomeRefused) as refused:
        invite_units(make_viewer(of=cycle.partnership), cycle.slug, wordings, at=at)
    found = {place: set(told) for place, told in refused.value.by_place.items()}
    assert found == {1: {"lead_email", "form"}, 2: {"name"}, 3: {"lead_email", "signatory_email"}}
    assert not Participation.objects.exists()
    assert not Invitation.objects.exists()


def test_an_officer_does_not_let_themselves_in(at: datetime) -> None:
    cycle = make_cycle()
    make_sector(cycle.partnership)
    officer = make_viewer(of=cycle.partnership)
    email = Person.objects.get(pk=officer.person_id).email
    with pytest.raises(SomeRefused) as refused:
        invite_units(officer, cycle.slug, [invitation_wording(lead_email=email)], at=at)
    assert set(refused.value.by_place[0]) == {"lead_email"}


def test_a_handful_of_statements_whatever_their_number(
    at: datetime, assert_queries: Callable[[int], AbstractContextManager[Queries]]
) -> None:
    counts = []
    for number in (50, 200):
        cycle = make_cycle()
        make_sector(cycle.partnership)
        officer = make_viewer(of=cycle.partnership)
        wordings = [invitation_wording(name=f"School {n}", lead_email=f"lead.{number}.{n}@example.org") for n in range(number)]
        with assert_queries(60) as seen:
            invite_units(officer, cycle.slug, wordings, at=at)
        counts.append(seen.count)
    assert counts[1] <= counts[0] + 20  # SQLite takes so many values a statement


def test_refused_and_absent(at: datetime) -> None:
    cycle = make_cycle(state=CycleState.CLOSED)
    with pytest.raises(Refused):
        invite_units(make_viewer(of=cycle.partnership), cycle.slug, [], at=at)
    for viewer in (make_viewer(), make_viewer(Role.EXECUTIVE_VIEWER, of=cycle.partnership)):
        with pytest.raises(Absent):
            invite_units(viewer, cycle.slug, [], at=at)
