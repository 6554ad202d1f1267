from django.test import Client

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import InvitationState
from section11.returns.models import Return
from tests.factories.cycles import make_cycle, make_invitation
from tests.web.cycles.pages import AUDIT, post, read, words


def test_it_is_back_and_has_its_return(client: Client, cycle: Cycle) -> None:
    made = make_invitation(cycle, state=InvitationState.WITHDRAWN, invited_at=None)
    path = f"{AUDIT}/invitations/{made.pk}/reinstate"
    assert "asked to take part again" in read(client, path)
    post(client, path)
    made.refresh_from_db()
    assert made.state == InvitationState.INVITED
    assert Return.objects.get().unit == made.unit
    assert "Only a withdrawn or exempt invitation" in words(post(client, path, 422))


def test_an_invitation_of_another_cycle_is_absent(client: Client, cycle: Cycle) -> None:
    other = make_invitation(make_cycle(cycle.partnership), state=InvitationState.WITHDRAWN)
    post(client, f"{AUDIT}/invitations/{other.pk}/reinstate", 404)
