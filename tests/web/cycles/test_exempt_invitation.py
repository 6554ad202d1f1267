from django.test import Client

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import InvitationState
from tests.factories.cycles import make_cycle, make_invitation
from tests.web.cycles.pages import AUDIT, post, read, words


def test_with_a_reason(client: Client, cycle: Cycle) -> None:
    made = make_invitation(cycle)
    path = f"{AUDIT}/invitations/{made.pk}/exempt"
    assert "no longer counts as approached" in read(client, path)
    assert "Say why" in words(post(client, path, 422, reason=" "))
    post(client, path, reason="Answers a peer")
    made.refresh_from_db()
    assert (made.state, made.state_reason) == (InvitationState.EXEMPT, "Answers a peer")
    assert "can no longer be exempted" in words(post(client, path, 422, reason="Again"))


def test_an_invitation_of_another_cycle_is_absent(client: Client, cycle: Cycle) -> None:
    other = make_invitation(make_cycle(cycle.partnership))
    post(client, f"{AUDIT}/invitations/{other.pk}/exempt", 404, reason="x")
