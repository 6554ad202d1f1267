import re

from django.test import Client

from section11.cycles.models import Cycle
from section11.cycles.rules.ladder import STARTER, Rung
from section11.cycles.vocabulary import CycleState
from section11.directory.models import Membership
from tests.factories.cycles import make_invitation, make_ladder
from tests.factories.returns import open_return
from tests.queries import assert_queries_below
from tests.web.cycles.pages import AUDIT, BASE, post, read, words

PAGE = f"{AUDIT}/set-up/ladder"
ONE = {"row-0-kind": "overdue", "row-0-days": "5", "row-0-subject": "", "row-0-body": ""}


def rungs_of(cycle: Cycle) -> list[Rung]:
    return [step.rung for step in cycle.ladder.all()]


def test_a_draft_starts_with_a_ladder_that_can_be_changed(client: Client, draft: Cycle) -> None:
    make_ladder(draft)
    with assert_queries_below(10):
        body = client.get(PAGE).content.decode()
    assert len(re.findall(r"<legend[^>]*>Step \d", body)) == len(STARTER) + 2
    fields = {**ONE, "row-1-kind": "reminder", "row-1-days": "10", "row-1-subject": "{cycle}", "row-1-body": "See {link}"}
    response = post(client, PAGE, version=1, **fields)
    assert response["Location"] == f"{AUDIT}/set-up"
    assert rungs_of(draft) == [Rung("reminder", -10, "{cycle}", "See {link}\n"), Rung("overdue", 5)]
    assert "Chasing ladder 2 steps" in read(client, f"{AUDIT}/set-up")
    text = read(client, f"{AUDIT}/set-up/check")
    assert "5 days after the due date Overdue: to the return lead, on 5 April 2027" in text


def test_what_is_wrong_is_told_where_it_is_and_what_was_typed_kept(client: Client, draft: Cycle) -> None:
    fields = {**ONE, "row-0-days": "soon", "row-1-kind": "", "row-1-days": "4", "row-2-kind": "senior", "row-2-days": "4"}
    fields |= {"row-2-subject": "Mine", "row-2-body": "No place"}
    body = post(client, PAGE, 422, version=1, **fields).content.decode()
    for told in ("Enter a number of days up to 365", "Choose whom this step tells", "Put {link} where", 'value="soon"', "No place"):
        assert told in body
    assert rungs_of(draft) == []


def test_of_an_open_audit_it_shows_first_what_would_be_sent(client: Client, cycle: Cycle) -> None:
    late = open_return(cycle=cycle, due="2026-09-25")
    response = post(client, PAGE, 200, version=1, **ONE)
    body = response.content.decode()
    assert rungs_of(cycle) == []
    assert "Not saved yet" in body
    assert "Overdue: to the return lead, 5 days after the due date 5 April 2027 at 09:00 0 1 0 0 1 email" in words(response)
    seen = re.search(r'name="seen" value="(\w+)"', body)
    assert seen
    # what was changed after the preview is shown again before it is saved
    body = post(client, PAGE, 200, version=1, **{**ONE, "row-0-days": "6"}, seen=seen[1]).content.decode()
    assert rungs_of(cycle) == []
    seen = re.search(r'name="seen" value="(\w+)"', body)
    assert seen
    post(client, PAGE, version=1, **{**ONE, "row-0-days": "6"}, seen=seen[1])
    assert rungs_of(cycle) == [Rung("overdue", 6)]
    assert late.invitation.pk


def test_a_colleague_who_was_faster_is_told(client: Client, draft: Cycle) -> None:
    make_ladder(draft)
    Cycle.objects.update(version=9)
    body = words(post(client, PAGE, 409, version=1, **ONE))
    assert "A colleague changed the set-up" in body
    assert "28 days before the due date" in body


def test_of_a_closed_audit_nothing_can_change(client: Client, cycle: Cycle) -> None:
    Cycle.objects.update(state=CycleState.CLOSED)
    assert client.get(PAGE).status_code == 302


def test_a_new_audit_has_it_from_the_start(client: Client, officer: Membership) -> None:
    post(client, f"{BASE}/cycles/new", title="Audit 2029")
    cycle = Cycle.objects.get(title="Audit 2029")
    assert rungs_of(cycle) == list(STARTER)
    make_invitation(cycle)
