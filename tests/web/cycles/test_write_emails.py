from django.test import Client

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from tests.web.cycles.pages import AUDIT, post, read, words

PATH = f"{AUDIT}/set-up/emails"
GOOD = {
    "invitation_subject": "Come to {cycle}",
    "invitation_body": "Dear {name}\n{link}",
    "reminder_subject": "Still {cycle}",
    "reminder_body": "Dear {name}\n{link}",
    "version": "1",
}


def test_the_wording_is_saved_also_while_open(client: Client, cycle: Cycle) -> None:
    assert "{due} the organisation's own due date" in read(client, PATH)
    post(client, PATH, **GOOD)
    cycle.refresh_from_db()
    assert (cycle.email_subject, cycle.reminder_subject) == ("Come to {cycle}", "Still {cycle}")


def test_save_and_see_how_it_reads(client: Client, draft: Cycle) -> None:
    assert post(client, PATH, preview="1", **GOOD)["Location"] == f"{PATH}/preview"


def test_unknown_placeholders_are_told_and_what_was_typed_stays(client: Client, draft: Cycle) -> None:
    response = post(client, PATH, 422, **{**GOOD, "invitation_body": "Dear {first_name}\n{link}", "reminder_subject": ""})
    assert "Take out or mend {first_name}" in words(response)
    assert "Enter the subject of the email" in words(response)
    assert "Dear {first_name}" in response.content.decode()
    assert Cycle.objects.get().version == 1


def test_a_closed_audit_sends_no_more(client: Client, cycle: Cycle) -> None:
    Cycle.objects.update(state=CycleState.CLOSED)
    assert client.get(PATH)["Location"] == f"{AUDIT}/set-up"
