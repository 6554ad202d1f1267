from django.test import Client

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import Role
from section11.jobs.models import Job
from section11.returns.models import Return
from tests.factories.cycles import make_invitation
from tests.factories.directory import make_membership
from tests.web.cycles.pages import AUDIT, post, read, words

PATH = f"{AUDIT}/set-up/open"


def test_it_says_what_will_happen_then_opens_and_makes_the_returns(client: Client, draft: Cycle) -> None:
    led, nobodys = make_invitation(draft), make_invitation(draft)
    for _ in range(2):
        make_membership(role=Role.RETURN_LEAD, of=led.unit)
    text = read(client, PATH)
    assert "2 emails go out, to the return leads of 2 units" in text
    assert f"Nobody leads the return of {nobodys.participation.name}" in text
    assert "Open the audit and send 2 emails" in text
    response = post(client, PATH, version=1)
    job = Job.objects.get()
    assert response["Location"] == f"/p/riverside-partnership/jobs/{job.public_id}"
    assert (job.state, job.leads_to, job.message) == ("done", f"{AUDIT}/register", "2 returns made ready.")
    assert Cycle.objects.get().state == CycleState.OPEN
    assert Return.objects.count() == 2
    assert client.get(PATH)["Location"] == f"{AUDIT}/set-up"


def test_what_is_missing_is_told_and_nothing_opens(client: Client, draft: Cycle) -> None:
    Cycle.objects.update(edition=None)
    assert "Choose the audit tool and edition" in read(client, PATH)
    assert "Choose the audit tool and edition" in words(post(client, PATH, 422, version=1))
    assert Cycle.objects.get().state == CycleState.DRAFT
    assert not Job.objects.exists()


def test_what_opens_is_what_was_shown(client: Client, draft: Cycle) -> None:
    for version in ("2", "x", ""):
        assert "Check it again" in words(post(client, PATH, 409, version=version))
    assert Cycle.objects.get().state == CycleState.DRAFT
