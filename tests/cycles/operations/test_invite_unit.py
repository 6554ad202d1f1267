from datetime import date, datetime
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connections

from section11.activity.models import ActivityEvent
from section11.cycles.models import Invitation
from section11.cycles.operations.invite_unit import invite_unit
from section11.cycles.vocabulary import CycleState, InvitationState, Progress
from section11.directory.models import Membership, Organisation, Participation
from section11.directory.vocabulary import Role, SectorKind
from section11.lib.errors import Absent, Refused
from tests.factories.cycles import invitation_wording, make_cycle, make_draft, make_invitation
from tests.factories.directory import make_participation, make_partnership, make_sector, make_unit, make_viewer, whole_unit

pytestmark = pytest.mark.django_db


def test_a_new_organisation_is_taken_in_with_its_lead_and_signatory(at: datetime) -> None:
    cycle = make_cycle()
    make_sector(cycle.partnership)
    wording = invitation_wording(
        signatory_name="Bea Head", signatory_email="Bea.Head@example.org", due=date(2027, 1, 15), contract="C1", form="light"
    )
    invitation = invite_unit(make_viewer(of=cycle.partnership), cycle.slug, wording, at=at)
    assert (invitation.participation.name, invitation.participation.contract) == ("Oak Surgery", "C1")
    assert (invitation.form, invitation.due, invitation.sector.key, invitation.order) == ("light", date(2027, 1, 15), "school", 0)
    assert (invitation.state, invitation.progress, invitation.invited_at) == (InvitationState.INVITED, Progress.NOT_OPENED, at)
    people = Membership.objects.filter(unit=invitation.unit).values_list("person__email", "role")
    assert sorted(people) == [("ann.lead@example.org", Role.RETURN_LEAD), ("bea.head@example.org", Role.SIGNATORY)]
    told = ActivityEvent.objects.get(verb="unit-invited")
    assert (told.stream.ref, told.subject, told.details["form"]) == (cycle.partnership.ref, invitation.ref, "light")


def test_into_a_draft_it_waits_for_the_opening(at: datetime) -> None:
    cycle = make_draft()
    make_sector(cycle.partnership)
    assert invite_unit(make_viewer(of=cycle.partnership), cycle.slug, invitation_wording(), at=at).invited_at is None


def test_an_organisation_that_takes_part_is_met_by_name_and_keeps_its_sector(at: datetime) -> None:
    cycle = make_cycle()
    gp = make_sector(cycle.partnership, SectorKind.PRIMARY_CARE)
    make_sector(cycle.partnership)
    there = make_participation(cycle.partnership, sector=gp, name="OAK  surgery")
    wording = invitation_wording(sector="", duty_basis=())
    invitation = invite_unit(make_viewer(of=cycle.partnership), cycle.slug, wording, at=at)
    assert (invitation.participation, invitation.sector) == (there, gp)


def test_a_unit_of_its_own_is_invited_beside_the_whole(at: datetime) -> None:
    cycle = make_cycle()
    make_sector(cycle.partnership)
    officer = make_viewer(of=cycle.partnership)
    units = [invite_unit(officer, cycle.slug, invitation_wording(unit=unit), at=at).unit for unit in ("", "Site A", "Site B")]
    assert [unit.name for unit in units] == ["", "Site A", "Site B"]
    assert Organisation.objects.count() == 1
    with pytest.raises(Refused) as refused:
        invite_unit(officer, cycle.slug, invitation_wording(unit="site a"), at=at)
    assert refused.value.problems == {"name": "Oak Surgery: site a is invited to this audit already (not opened)"}


@pytest.mark.parametrize(
    ("stands", "words"),
    [
        ({"progress": Progress.IN_PROGRESS, "asked": 65, "answered": 12}, "already (in progress, 12 of 65 answered)"),
        ({"state": InvitationState.EXEMPT}, "that is exempt. Reinstate that one"),
    ],
)
def test_a_second_invitation_is_refused_with_where_the_first_one_stands(stands: dict[str, Any], words: str, at: datetime) -> None:
    first = make_invitation(**stands)
    wording = invitation_wording(name=first.participation.name)
    with pytest.raises(Refused) as refused:
        invite_unit(make_viewer(of=first.cycle.partnership), first.cycle.slug, wording, at=at)
    assert words in refused.value.problems["name"]
    assert Invitation.objects.count() == 1


def test_a_review_is_for_those_who_sent_a_return_before(at: datetime) -> None:
    before = make_invitation(make_cycle(state=CycleState.CLOSED), submissions=1)
    cycle = make_cycle(before.cycle.partnership)
    never = make_participation(cycle.partnership)
    officer = make_viewer(of=cycle.partnership)
    unit = make_unit(before.participation.organisation)
    name = before.participation.name
    for wording in (
        invitation_wording(name=never.name, form="review"),
        invitation_wording(name="New", form="review", sector=before.sector.key),
        invitation_wording(name=name, unit=unit.name, form="review"),
    ):
        with pytest.raises(Refused) as refused:
            invite_unit(officer, cycle.slug, wording, at=at)
        assert list(refused.value.problems) == ["form"]
    assert invite_unit(officer, cycle.slug, invitation_wording(name=name, form="review"), at=at).form == "review"


def test_every_fault_is_told_at_once_and_nothing_is_kept(at: datetime) -> None:
    cycle = make_cycle()
    wrong = invitation_wording(
        name=" ",
        sector="gps",
        duty_basis=("because",),
        lead_name="",
        lead_email="ann@",
        form="short",
        unit="x" * 201,
        signatory_name="",
        signatory_email="bea",
        due=date(2026, 10, 4),
        contract="x" * 201,
    )
    with pytest.raises(Refused) as refused:
        invite_unit(make_viewer(of=cycle.partnership), cycle.slug, wrong, at=at)
    assert set(refused.value.problems) == set(wrong.__slots__)
    assert not Organisation.objects.exists()


def test_nothing_is_kept_when_the_last_step_is_refused(at: datetime) -> None:
    cycle = make_cycle()
    make_sector(cycle.partnership)
    with pytest.raises(Refused):
        invite_unit(make_viewer(of=cycle.partnership), cycle.slug, invitation_wording(form="review"), at=at)
    assert not Participation.objects.exists()


def test_after_the_due_date_an_invitation_needs_its_own(at: datetime) -> None:
    cycle = make_cycle(due=date(2026, 10, 1))
    make_sector(cycle.partnership)
    officer = make_viewer(of=cycle.partnership)
    with pytest.raises(Refused) as refused:
        invite_unit(officer, cycle.slug, invitation_wording(), at=at)
    assert list(refused.value.problems) == ["due"]
    invite_unit(officer, cycle.slug, invitation_wording(due=date(2026, 11, 1)), at=at)


def test_nobody_is_invited_to_a_closed_cycle(at: datetime) -> None:
    cycle = make_cycle(state=CycleState.CLOSED)
    with pytest.raises(Refused):
        invite_unit(make_viewer(of=cycle.partnership), cycle.slug, invitation_wording(), at=at)


def test_an_organisation_of_another_partnership_is_never_met(at: datetime) -> None:
    theirs = make_participation(make_partnership(), name="Oak Surgery")
    cycle = make_cycle()
    make_sector(cycle.partnership)
    invitation = invite_unit(make_viewer(of=cycle.partnership), cycle.slug, invitation_wording(), at=at)
    assert invitation.unit.organisation != theirs.organisation
    assert not Membership.objects.filter(unit=whole_unit(theirs.organisation)).exists()


def test_a_foreign_cycle_is_absent(at: datetime) -> None:
    cycle = make_cycle()
    for viewer in (make_viewer(), make_viewer(Role.REVIEWER, of=cycle.partnership)):
        with pytest.raises(Absent):
            invite_unit(viewer, cycle.slug, invitation_wording(), at=at)


@pytest.mark.django_db(transaction=True)
def test_of_six_who_invite_one_unit_at_once_one_does(at: datetime) -> None:
    cycle = make_cycle()
    make_sector(cycle.partnership)
    officer = make_viewer(of=cycle.partnership)
    start, told = Barrier(6), []

    def press() -> None:
        start.wait()
        try:
            invite_unit(officer, cycle.slug, invitation_wording(), at=at)
            told.append("invited")
        except Refused as refused:
            told.append(str(refused))
        finally:
            connections.close_all()

    threads = [Thread(target=press) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["invited"] + ["name: Oak Surgery is invited to this audit already (not opened)"] * 5
    assert (Invitation.objects.count(), Organisation.objects.count()) == (1, 1)
