from datetime import date

from django.test import Client

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from tests.factories.cycles import make_cycle, make_invitation
from tests.web.cycles.pages import AUDIT, read, words

PATH = f"{AUDIT}/register/extend"
LATER = {"due-day": "30", "due-month": "4", "due-year": "2027"}


def test_the_date_then_what_changes_then_the_change(client: Client, cycle: Cycle) -> None:
    plain, late, sent = make_invitation(cycle), make_invitation(cycle, due=date(2027, 5, 31)), make_invitation(cycle, submissions=1)
    query = "?all=1&sort=due"
    assert "Those chosen" in read(client, PATH + query)
    ids = ",".join(str(i.pk) for i in (plain, late, sent))
    preview = words(client.post(PATH + query, {**LATER, "ids": ids, "step": "preview"}))
    assert "1 return will be due on 30 April 2027, end of day" in preview
    assert "Is due 31 May 2027, no earlier than the new date" in preview
    assert "Return is in" in preview
    plain.refresh_from_db()
    assert plain.due is None
    response = client.post(PATH + query, {"due": "2027-04-30", "ids": str(plain.pk), "step": "extend"})
    assert response["Location"] == f"{AUDIT}/register?sort=due"
    plain.refresh_from_db()
    assert plain.due == date(2027, 4, 30)


def test_malformed_past_and_missing_dates_are_told(client: Client, cycle: Cycle) -> None:
    ids = {"ids": str(make_invitation(cycle).pk), "step": "preview"}
    for typed, told in (
        ({}, "Enter the new due date"),
        ({"due-day": "31", "due-month": "2", "due-year": "2027"}, "must be a real date"),
        ({"due-day": "4", "due-month": "10", "due-year": "2026"}, "still to come"),
        ({"due-day": "4", "due-month": "10", "due-year": "2046"}, "Check the year"),
        ({"due-day": "4", "due-month": "1", "due-year": "2027"}, "None of those chosen can be extended"),
    ):
        response = client.post(PATH, {**typed, **ids})
        assert response.status_code == 422
        assert told in words(response)


def test_only_while_it_is_open(client: Client, cycle: Cycle) -> None:
    ids = str(make_invitation(cycle).pk)
    Cycle.objects.update(state=CycleState.CLOSED)
    response = client.post(PATH, {**LATER, "ids": ids, "step": "extend"})
    assert "while an audit is open" in words(response)
    assert "No return was chosen" in read(client, PATH)


def test_another_cycles_invitation_is_absent(client: Client, cycle: Cycle) -> None:
    other = make_invitation(make_cycle(cycle.partnership))
    assert client.get(f"{PATH}?chosen={other.pk}").status_code == 404
    assert client.post(PATH, {"due": "2027-04-30", "ids": str(other.pk), "step": "extend"}).status_code == 404
    other.refresh_from_db()
    assert other.due is None
