from datetime import date

from django.test import Client

from section11.cycles.models import Cycle
from tests.web.cycles.pages import AUDIT, post, read, words

PATH = f"{AUDIT}/set-up/dates"


def typed(opens: str, due: str, **more: str) -> dict[str, str]:
    parts = dict.fromkeys(("day", "month", "year"), "")
    told = {}
    for name, text in (("opens", opens), ("due", due)):
        told |= {f"{name}-{part}": value for part, value in zip(parts, [*text.split(), "", "", ""], strict=False)}
    return told | {"version": "1", **more}


def test_dates_are_set_and_shown_again(client: Client, draft: Cycle) -> None:
    post(client, PATH, **typed("5 October 2026", "30 4 2027"))
    draft.refresh_from_db()
    assert (draft.opens, draft.due, draft.rolling) == (date(2026, 10, 5), date(2027, 4, 30), False)
    assert "When are returns due?" in read(client, PATH)


def test_a_rolling_audit_needs_no_due_date(client: Client, draft: Cycle) -> None:
    post(client, PATH, **typed("5 10 2026", "", rolling="on"))
    draft.refresh_from_db()
    assert (draft.due, draft.rolling) == (None, True)


def test_a_malformed_date_and_one_that_cannot_be_are_told_together(client: Client, draft: Cycle) -> None:
    response = post(client, PATH, 422, **typed("31 2 2027", "1 1 2020"))
    text = words(response)
    assert "must be a real date" in text
    assert "more than 5 years away" in text
    body = response.content.decode()
    assert 'value="31"' in body
    assert 'value="2020"' in body
    assert "Enter the due date" in words(post(client, PATH, 422, **typed("x", "")))
    assert Cycle.objects.get().version == 1


def test_a_colleague_was_faster(client: Client, draft: Cycle) -> None:
    post(client, PATH, **typed("5 10 2026", "30 4 2027"))
    assert "Due: 30 April 2027, end of day" in words(post(client, PATH, 409, **typed("5 10 2026", "31 5 2027")))
