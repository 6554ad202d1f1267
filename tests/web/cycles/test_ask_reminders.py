from django.test import Client

from section11.cycles.models import Cycle, Invitation, Reminder
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.vocabulary import Role
from tests.factories.cycles import make_cycle, make_invitation
from tests.factories.directory import make_membership, make_person
from tests.queries import assert_queries_below
from tests.web.cycles.pages import AUDIT, read, words

PATH = f"{AUDIT}/register/remind"
TYPED = {"reminder_subject": "Still {cycle}", "reminder_body": "Dear {name}\n{link}"}


def invited(cycle: Cycle, name: str = "", **fields: object) -> Invitation:
    made = make_invitation(cycle, **fields)
    if name:
        make_membership(make_person(name), Role.RETURN_LEAD, of=made.unit)
    return made


def test_who_gets_one_and_who_does_not_then_how_it_reads_then_the_sending(client: Client, cycle: Cycle) -> None:
    ann, nobody, sent = invited(cycle, "Ann Lead"), invited(cycle), invited(cycle, "Sam Sent", submissions=1)
    query = f"?chosen={ann.pk}&chosen={nobody.pk}&chosen={sent.pk}&state=waiting&page=2"
    text = read(client, PATH + query)
    assert "1 email goes to the return leads of 1 return" in text
    assert "Nobody leads this return" in text
    assert "Return is in" in text
    preview = client.post(PATH + query, {**TYPED, "ids": str(ann.pk), "step": "preview"})
    assert "As Ann Lead will read it Still Section 11 audit 2027 Dear Ann Lead" in words(preview)
    assert "Send 1 email" in words(preview)
    assert not Reminder.objects.exists()
    response = client.post(PATH + query, {**TYPED, "ids": str(ann.pk), "step": "send"})
    assert response["Location"] == f"{AUDIT}/register?state=waiting&page=2"
    assert Reminder.objects.get().invitation == ann


def test_the_words_can_be_changed_again(client: Client, cycle: Cycle) -> None:
    ann = invited(cycle, "Ann Lead")
    response = client.post(PATH, {**TYPED, "ids": str(ann.pk), "step": "edit"})
    assert response.status_code == 200
    assert "Still {cycle}" in response.content.decode()
    wrong = client.post(PATH, {"reminder_subject": "", "reminder_body": "Hello {you}", "ids": str(ann.pk), "step": "send"})
    assert wrong.status_code == 422
    assert "Enter the subject" in words(wrong)
    assert "Hello {you}" in wrong.content.decode()
    assert not Reminder.objects.exists()


def test_all_that_match_and_exactly_those_who_were_shown(client: Client, cycle: Cycle) -> None:
    some = [invited(cycle, "A"), invited(cycle, "B")]
    invited(cycle, "C", state=InvitationState.EXEMPT)
    assert "2 emails go" in read(client, f"{PATH}?all=1&state=waiting")
    invited(cycle, "Late")
    client.post(f"{PATH}?all=1&state=waiting", {**TYPED, "ids": ",".join(str(i.pk) for i in some), "step": "send"})
    assert {r.invitation for r in Reminder.objects.all()} == set(some)


def test_a_second_click_sends_nothing(client: Client, cycle: Cycle) -> None:
    ann = invited(cycle, "Ann Lead")
    send = {**TYPED, "ids": str(ann.pk), "step": "send"}
    client.post(PATH, send)
    again = client.post(PATH, send)
    assert again.status_code == 422
    assert "Reminded a moment ago" in words(again)
    assert Reminder.objects.count() == 1


def test_nothing_chosen_and_an_audit_that_is_not_open_say_so(client: Client, cycle: Cycle) -> None:
    assert "No return was chosen" in read(client, PATH)
    invited(cycle, "Ann Lead")
    Cycle.objects.update(state=CycleState.CLOSED)
    assert "This audit is not open" in read(client, f"{PATH}?all=1")


def test_another_cycles_invitation_among_them_is_absent(client: Client, cycle: Cycle) -> None:
    mine, other = invited(cycle, "A"), invited(make_cycle(cycle.partnership), "B")
    assert client.get(f"{PATH}?chosen={mine.pk}&chosen={other.pk}").status_code == 404
    assert client.post(PATH, {**TYPED, "ids": f"{mine.pk},{other.pk}", "step": "send"}).status_code == 404
    assert not Reminder.objects.exists()
    assert "No return was chosen" in read(client, f"{PATH}?chosen=x&chosen=-1")


def test_as_little_is_asked_for_many(client: Client, cycle: Cycle) -> None:
    counts = []
    for number in (3, 40):
        for _ in range(number):
            invited(cycle, "Lead")
        with assert_queries_below(10) as seen:
            read(client, f"{PATH}?all=1")
        counts.append(seen.count)
        ids = ",".join(str(i.pk) for i in cycle.invitations.all())
        with assert_queries_below(10):
            assert client.post(PATH, {**TYPED, "ids": ids, "step": "preview"}).status_code == 200
    assert counts[0] == counts[1]
