from datetime import date, datetime
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.operations.extend_invitations import extend_invitations
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.cycles import make_cycle, make_draft, make_invitation
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db
LATER = date(2027, 4, 30)


def test_each_gets_the_later_date_as_its_own(at: datetime) -> None:
    cycle = make_cycle()
    some = [make_invitation(cycle), make_invitation(cycle, due=date(2026, 10, 1))]
    other = make_invitation(cycle)
    assert extend_invitations(make_viewer(of=cycle.partnership), cycle.slug, [i.pk for i in some], due=LATER, at=at) == 2
    for invitation in (*some, other):
        invitation.refresh_from_db()
    assert [i.due for i in (*some, other)] == [LATER, LATER, None]
    told = ActivityEvent.objects.filter(verb="invitation-extended").values_list("subject", "details")
    assert list(told) == [
        (some[0].ref, {"from": "2027-03-31", "to": "2027-04-30"}),
        (some[1].ref, {"from": "2026-10-01", "to": "2027-04-30"}),
    ]


@pytest.mark.parametrize("due", [None, date(2026, 10, 4), date(2036, 1, 1), date(2026, 8, 31)])
def test_the_new_date_is_still_to_come(due: date | None, at: datetime) -> None:
    invitation = make_invitation(make_cycle(due=date(2026, 9, 30)))
    officer = make_viewer(of=invitation.cycle.partnership)
    with pytest.raises(Refused) as refused:
        extend_invitations(officer, invitation.cycle.slug, [invitation.pk], due=due, at=at)
    assert list(refused.value.problems) == ["due"]


@pytest.mark.parametrize("stands", [{"submissions": 1}, {"state": InvitationState.WITHDRAWN}, {"due": LATER}])
def test_all_or_none(stands: dict[str, Any], at: datetime) -> None:
    cycle = make_cycle()
    some = [make_invitation(cycle), make_invitation(cycle, **stands)]
    with pytest.raises(Refused):
        extend_invitations(make_viewer(of=cycle.partnership), cycle.slug, [i.pk for i in some], due=LATER, at=at)
    some[0].refresh_from_db()
    assert some[0].due is None
    assert not ActivityEvent.objects.filter(verb="invitation-extended").exists()


def test_only_in_an_open_cycle_and_at_least_one(at: datetime) -> None:
    for cycle in (make_draft(), make_cycle(state=CycleState.CLOSED)):
        with pytest.raises(Refused):
            extend_invitations(make_viewer(of=cycle.partnership), cycle.slug, [make_invitation(cycle).pk], due=LATER, at=at)
    cycle = make_cycle()
    with pytest.raises(Refused):
        extend_invitations(make_viewer(of=cycle.partnership), cycle.slug, [], due=LATER, at=at)


def test_one_foreign_invitation_makes_all_absent(at: datetime) -> None:
    cycle = make_cycle()
    own = make_invitation(cycle)
    ids = [own.pk, make_invitation(make_cycle(cycle.partnership)).pk]
    officer = make_viewer(of=cycle.partnership)
    for viewer, wanted in ((officer, ids), (make_viewer(), [own.pk]), (make_viewer(Role.REVIEWER, of=cycle.partnership), [own.pk])):
        with pytest.raises(Absent):
            extend_invitations(viewer, cycle.slug, wanted, due=LATER, at=at)
    own.refresh_from_db()
    assert own.due is None
