"""The actions that a partnership follows."""

from dataclasses import replace

import pytest
from django.urls import reverse

from section11.plans.models import Action
from section11.plans.operations.ask_for_support import ask_for_support
from section11.plans.operations.share_actions import share_actions
from tests.factories.browsers import signed_in
from tests.factories.plans import Followed, followed_action
from tests.factories.returns import ACTION, AT, Opened
from tests.queries import AssertQueries
from tests.web.plans.pages import told

pytestmark = pytest.mark.django_db


def address(opened: Opened, query: str = "") -> str:
    return reverse("watch_actions", kwargs={"partnership": opened.cycle.partnership.slug}) + query


def several(first: Followed, count: int) -> list[Followed]:
    """Actions of other organisations in the same audit."""
    return [followed_action(cycle=first.opened.cycle, text=replace(ACTION, what=f"Action {n}")) for n in range(count)]


def test_an_empty_list_says_what_will_come_here() -> None:
    followed = followed_action()
    Action.objects.all().update(state="confirmed")
    assert "No open actions" in told(signed_in(followed.opened.officer), address(followed.opened))


def test_red_and_overdue_come_first_and_can_be_shown_alone() -> None:
    first = followed_action(text=replace(ACTION, what="On its way"))
    late, red, asks, done, gone = several(first, 5)
    Action.objects.filter(pk=late.action_id).update(due="2020-01-01")
    Action.objects.filter(pk=red.action_id).update(rag="red")
    ask_for_support(asks.opened.lead, asks.action_id, "Help", version=1, at=AT)
    Action.objects.filter(pk=done.action_id).update(state="done")
    Action.objects.filter(pk=gone.action_id).update(state="dropped")
    client = signed_in(first.opened.officer)
    page = told(client, address(first.opened))
    assert page.index("Action 0") < page.index("Action 1") < page.index("On its way")
    assert "Action 3" not in page
    assert "Asks for support" in page
    for show, there in (("overdue", 0), ("red", 1), ("support", 2), ("done", 3), ("dropped", 4)):
        shown = told(client, address(first.opened, f"?show={show}"))
        assert [n for n in range(5) if f"Action {n}" in shown] == [there], show


def test_it_is_narrowed_by_sector_audit_and_organisation() -> None:
    first = followed_action(text=replace(ACTION, what="Of the first"))
    [other] = several(first, 1)
    client = signed_in(first.opened.officer)
    for query in (
        f"?organisation={first.opened.participation.slug}",
        f"?search={first.opened.participation.name}",
        f"?cycle={first.opened.cycle.slug}&organisation={first.opened.participation.slug}",
    ):
        page = told(client, address(first.opened, query))
        assert "Of the first" in page
        assert "Action 0" not in page
    assert "No action is like that" in told(client, address(first.opened, "?sector=no-such&show=red"))
    assert "Action 0" in told(client, address(first.opened, f"?sector={other.opened.invitation.sector.key}"))


def test_another_partnerships_actions_are_not_there() -> None:
    first, foreign = followed_action(text=replace(ACTION, what="Ours")), followed_action(text=replace(ACTION, what="Foreign"))
    page = told(signed_in(first.opened.officer), address(first.opened))
    assert "Ours" in page
    assert "Foreign" not in page
    assert foreign.action.what == "Foreign"


def test_ten_statements_whatever_the_number(assert_queries: AssertQueries) -> None:
    first = followed_action()
    client = signed_in(first.opened.officer)
    with assert_queries(10) as few:
        client.get(address(first.opened))
    several(first, 5)
    with assert_queries(few.count):
        client.get(address(first.opened))


def test_fifty_a_page() -> None:
    first = followed_action()
    opened = first.opened
    more = [Action(unit=opened.unit, origin="x", what=f"More {n:02}", created_at=AT, updated_at=AT) for n in range(60)]
    Action.objects.bulk_create(more)
    share_actions([a.pk for a in more], opened.invitation.pk, at=AT)
    client = signed_in(opened.officer)
    assert "Showing 1 to 50 of 61 actions" in told(client, address(opened))
    assert "Showing 51 to 61 of 61 actions" in told(client, address(opened, "?page=2"))
