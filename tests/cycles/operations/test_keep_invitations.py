from datetime import date, datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.operations.keep_invitations import InvitationWanted, keep_invitations
from tests.factories.cycles import make_cycle, make_draft, make_invitation
from tests.factories.directory import make_participation, make_viewer, whole_unit

pytestmark = pytest.mark.django_db


def test_they_stand_below_those_that_are_there_with_an_event_each(at: datetime) -> None:
    cycle = make_cycle()
    make_invitation(cycle)
    places = [make_participation(cycle.partnership) for _ in range(2)]
    wanted = [
        InvitationWanted(p, whole_unit(p.organisation), "light", due) for p, due in zip(places, (None, date(2027, 1, 15)), strict=True)
    ]
    made = keep_invitations(make_viewer(of=cycle.partnership), cycle, wanted, at=at)
    assert [(i.order, i.form, i.due, i.invited_at, i.sector_id) for i in made] == [
        (1, "light", None, at, places[0].sector_id),
        (2, "light", date(2027, 1, 15), at, places[1].sector_id),
    ]
    assert set(ActivityEvent.objects.filter(verb="unit-invited").values_list("subject", flat=True)) == {i.ref for i in made}


def test_in_a_draft_nothing_is_sent_yet(at: datetime) -> None:
    cycle = make_draft()
    place = make_participation(cycle.partnership)
    (made,) = keep_invitations(
        make_viewer(of=cycle.partnership), cycle, [InvitationWanted(place, whole_unit(place.organisation), "full")], at=at
    )
    assert (made.order, made.invited_at) == (0, None)
