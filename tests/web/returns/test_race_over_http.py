"""Many people save at the same moment through the real server: one is taken, the others get both texts, nothing else goes wrong."""

import json
from functools import partial
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from django.urls import reverse

from section11.lib.viewer import Viewer
from section11.returns.models import Answer, AnswerRevision
from tests.factories.browsers import signed_in
from tests.factories.returns import Opened, answer_of, counted, make_wide_edition, more_leads, open_return, recount
from tests.racing import race

pytestmark = pytest.mark.django_db(transaction=True)
TOKEN = "a" * 32


def save_over_http(server: str, session: str, opened: Opened, ref: str, comment: str, version: int) -> tuple[int, dict[str, Any]]:
    """Status and reply of one save by the person of that session."""
    parts = {"organisation": opened.unit.organisation.slug, "return_id": opened.return_id, "statement_ref": ref}
    connection = HTTPConnection(urlsplit(server).netloc, timeout=60)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept": "application/json",
        "Cookie": f"sessionid={session}; csrftoken={TOKEN}",
    }
    body = urlencode({"level": "met", "comment": comment, "version": version, "csrfmiddlewaretoken": TOKEN})
    try:
        connection.request("POST", reverse("save_answer", kwargs=parts), body, headers)
        reply = connection.getresponse()
        return reply.status, json.loads(reply.read())
    finally:
        connection.close()


def sessions(writers: list[Viewer]) -> list[str]:
    """A session of each."""
    return [signed_in(writer).cookies["sessionid"].value for writer in writers]


@pytest.mark.parametrize("writers", [2, 12])
def test_on_one_answer_one_save_is_taken_and_the_others_get_409_with_both_texts(live_server: Any, writers: int) -> None:
    opened = open_return()
    people = sessions(more_leads(opened, writers))
    saves = [partial(save_over_http, live_server.url, session, opened, "1.1", f"by {n}", 0) for n, session in enumerate(people)]
    replies = race(saves)
    taken = [n for n, (status, _) in enumerate(replies) if status == 200]
    refused = [n for n, (status, _) in enumerate(replies) if status == 409]
    assert len(taken) == 1
    assert len(refused) == writers - 1
    assert answer_of(opened, "1.1").comment == f"by {taken[0]}"
    for n in refused:
        assert replies[n][1]["mine"]["comment"] == f"by {n}"
        assert replies[n][1]["theirs"]["comment"] == f"by {taken[0]}"
    assert AnswerRevision.objects.count() == 1


def test_twenty_people_on_twenty_answers_are_all_taken(live_server: Any) -> None:
    opened = open_return(edition=make_wide_edition(4, 5))
    people = sessions(more_leads(opened, 20))
    refs = list(Answer.objects.order_by("pk").values_list("statement__ref", flat=True))
    saves = [
        partial(save_over_http, live_server.url, session, opened, ref, f"on {ref}", 0) for session, ref in zip(people, refs, strict=True)
    ]
    assert [status for status, _ in race(saves)] == [200] * 20
    assert {a.statement.ref: a.comment for a in Answer.objects.select_related("statement")} == {ref: f"on {ref}" for ref in refs}
    assert counted(opened) == recount(opened) == 20
