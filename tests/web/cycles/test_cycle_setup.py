import pytest
from django.test import Client

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from section11.directory.models import Partnership
from tests.factories.cycles import make_draft, make_invitation
from tests.queries import assert_queries_below
from tests.web.cycles.pages import AUDIT, post, read


def test_the_steps_with_where_each_stands(client: Client, draft: Cycle) -> None:
    make_invitation(draft)
    text = read(client, f"{AUDIT}/set-up")
    assert "Everything is ready" in text
    for told in (
        "Tool and edition Small standards",
        "Forms Full form",
        "Dates 1 September 2026 to 31 March 2027",
        "Bands 4 bands",
        "Local statements None",
        "Whom to invite 1 unit so far",
        "Wording of the emails Ready",
        "Check and open Ready",
    ):
        assert told in text


def test_an_empty_draft_says_what_is_to_do(client: Client, partnership: Partnership) -> None:
    make_draft(partnership, slug="audit", opens=None, due=None)
    Cycle.objects.update(edition=None)
    text = read(client, f"{AUDIT}/set-up")
    assert "2 steps need something" in text
    assert "Tool and edition Not started" in text
    assert "Dates Not started" in text
    assert "Check and open Not ready yet" in text


@pytest.mark.parametrize("state", [CycleState.OPEN, CycleState.CLOSED])
def test_of_an_opened_audit_it_tells_how_it_was_set_up(state: CycleState, client: Client, cycle: Cycle) -> None:
    Cycle.objects.update(state=state)
    text = read(client, f"{AUDIT}/set-up")
    assert "how it was set up" in text
    assert "Fully met From 100% met" in text
    assert ("Close this audit" in text) == (state == CycleState.OPEN)


def test_no_step_asks_the_database_much(client: Client, draft: Cycle) -> None:
    steps = (
        "",
        "/title",
        "/edition",
        "/forms",
        "/dates",
        "/bands",
        "/local-statements",
        "/whom",
        "/emails",
        "/emails/preview",
        "/check",
        "/open",
    )
    for step in steps:
        with assert_queries_below(10):
            read(client, f"{AUDIT}/set-up{step}")


def test_every_step_of_an_opened_audit_leads_back(client: Client, cycle: Cycle) -> None:
    for step in ("title", "edition", "forms", "dates", "bands", "local-statements"):
        for response in (client.get(f"{AUDIT}/set-up/{step}"), post(client, f"{AUDIT}/set-up/{step}", version=1)):
            assert response["Location"] == f"{AUDIT}/set-up"
    assert "can no longer change" in read(client, f"{AUDIT}/set-up")
    assert Cycle.objects.get().version == 1
