from django.test import Client

from section11.cycles.models import Cycle, Invitation
from section11.cycles.vocabulary import InvitationState
from tests.factories.cycles import make_cycle, make_invitation
from tests.web.cycles.pages import AUDIT, read, words

PATH = f"{AUDIT}/register/withdraw"


def test_who_is_meant_then_the_reason_then_the_withdrawal(client: Client, cycle: Cycle) -> None:
    gone, sent = make_invitation(cycle), make_invitation(cycle, submissions=1)
    text = read(client, f"{PATH}?chosen={gone.pk}&chosen={sent.pk}")
    assert "Withdraw 1 invitation" in text
    assert "Return is in" in text
    assert "Say why" in words(client.post(PATH, {"ids": str(gone.pk), "reason": " "}))
    response = client.post(f"{PATH}?sector=school", {"ids": str(gone.pk), "reason": "Closed down"})
    assert response["Location"] == f"{AUDIT}/register?sector=school"
    gone.refresh_from_db()
    assert (gone.state, gone.state_reason) == (InvitationState.WITHDRAWN, "Closed down")
    assert "None of those chosen can be withdrawn" in read(client, f"{PATH}?chosen={gone.pk}")


def test_another_cycles_invitation_is_absent(client: Client, cycle: Cycle) -> None:
    other = make_invitation(make_cycle(cycle.partnership))
    assert client.get(f"{PATH}?chosen={other.pk}").status_code == 404
    assert client.post(PATH, {"ids": str(other.pk), "reason": "x"}).status_code == 404
    assert Invitation.objects.get().state == InvitationState.INVITED


def test_nothing_chosen_says_so(client: Client, draft: Cycle) -> None:
    assert "No return was chosen" in read(client, PATH)
    response = client.post(PATH, {"reason": "x"})
    assert response.status_code == 422
    assert "Choose at least one invitation" in words(response)
