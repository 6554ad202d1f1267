from django.test import Client

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from tests.factories.cycles import make_invitation
from tests.web.cycles.pages import AUDIT, post, read, words

PATH = f"{AUDIT}/close"


def test_it_says_what_that_means_then_closes(client: Client, cycle: Cycle) -> None:
    make_invitation(cycle)
    assert "1 return has not come in" in read(client, PATH)
    assert Cycle.objects.get().state == CycleState.OPEN
    assert post(client, PATH)["Location"] == f"{AUDIT}/register"
    assert Cycle.objects.get().state == CycleState.CLOSED
    assert "closed already" in read(client, PATH)
    assert "Only an open audit can be closed" in words(post(client, PATH, 422))


def test_a_draft_is_not_closed(client: Client, draft: Cycle) -> None:
    assert "being set up" in read(client, PATH)
    post(client, PATH, 422)
    assert Cycle.objects.get().state == CycleState.DRAFT
