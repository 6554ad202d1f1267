"""What the plans of an audit leave open."""

import pytest
from django.urls import reverse

from section11.challenge.models import AgreedLevel
from section11.plans.operations.change_action import change_action
from section11.plans.rules import ActionText
from section11.standards.models import Level, Statement
from tests.factories.browsers import signed_in
from tests.factories.plans import followed_action, planned
from tests.factories.returns import ACTION, AT, Opened, answer_everything, open_return, rate, sign_and_submit
from tests.queries import AssertQueries
from tests.web.plans.pages import told

pytestmark = pytest.mark.django_db


def address(opened: Opened, query: str = "") -> str:
    return reverse("plan_quality", kwargs={"partnership": opened.cycle.partnership.slug, "cycle": opened.cycle.slug}) + query


def short_of_met(action: ActionText | None, *, reason: str = "", **given: object) -> tuple[Opened, int]:
    """A submitted return with one unmet statement, and its action."""
    opened = open_return(**given)
    answer_everything(opened)
    rate(opened, "1.1", "unmet", reason="We lack it", no_action_reason=reason)
    action_id = planned(opened, text=action) if action else 0
    sign_and_submit(opened)
    return opened, action_id


def test_it_lists_what_lacks_what_who_or_when_and_nothing_else() -> None:
    opened, _ = short_of_met(None, reason="We close in May")
    wishes, action_id = short_of_met(ActionText(what="Train", wants_help=True), cycle=opened.cycle)
    whole, _ = short_of_met(ACTION, cycle=opened.cycle)
    client = signed_in(opened.officer)
    page = told(client, address(opened))
    assert "2 statements are partial or unmet" in page
    assert "at 2 organisations" in page
    assert "No action" in page
    assert "Says why none is needed: We close in May" in page
    assert "Who and by when. Asks for help" in page
    assert whole.participation.name not in page
    assert "Planned since" not in page
    change_action(wishes.lead, action_id, ACTION, version=1, at=AT)
    assert "Planned since" in told(client, address(opened))


def agreed(opened: Opened, ref: str, level: str, on: str | None) -> None:
    levels = {one.key: one for one in Level.objects.filter(edition=opened.cycle.edition)}
    statement = Statement.objects.get(standard__edition=opened.cycle.edition, ref=ref)
    told = {"agreed_at": AT, "agreed_by": "person:1", "level": levels[level], "agreed_on": levels[on] if on else None}
    AgreedLevel.objects.create(invitation=opened.invitation, statement=statement, **told)


def test_the_agreed_level_counts_where_one_holds_and_the_page_says_which() -> None:
    opened, _ = short_of_met(None, reason="We close in May")
    agreed(opened, "1.1", "met", on="unmet")  # better than they said
    agreed(opened, "1.2", "partial", on="met")  # not as good as they said
    agreed(opened, "2.1", "unmet", on="partial")  # lapsed: the self-rating is another one by now
    page = told(signed_in(opened.officer), address(opened))
    assert "1 statement is partial or unmet" in page
    assert "Partially met Agreed level. Self-rating: Met" in page
    AgreedLevel.objects.all().delete()
    page = told(signed_in(opened.officer), address(opened))
    assert "Not met Self-rating" in page
    assert "Agreed level." not in page


def test_what_was_agreed_elsewhere_counts_for_nobody_here() -> None:
    opened, _ = short_of_met(None, reason="We close in May")
    other, _ = short_of_met(None, reason="We close in May", edition=opened.cycle.edition)
    agreed(other, "1.1", "met", on="unmet")
    assert "1 statement is partial or unmet" in told(signed_in(opened.officer), address(opened))


def test_a_plan_that_leaves_nothing_open_says_so() -> None:
    opened = followed_action().opened
    assert "has an action that says what, who and by when" in told(signed_in(opened.officer), address(opened))


def test_it_is_linked_from_figures_and_actions() -> None:
    opened, _ = short_of_met(ActionText(what="Train", wants_help=True))
    client = signed_in(opened.officer)
    for name, parts in (("figures", {"cycle": opened.cycle.slug}), ("watch_actions", {})):
        page = client.get(reverse(name, kwargs={"partnership": opened.cycle.partnership.slug, **parts})).content.decode()
        assert address(opened) in page, name


def test_ten_statements_whatever_the_number(assert_queries: AssertQueries) -> None:
    opened, _ = short_of_met(None, reason="None needed")
    client = signed_in(opened.officer)
    with assert_queries(10) as few:
        client.get(address(opened))
    for n in range(4):
        short_of_met(ActionText(what=f"Train {n}", wants_help=True), cycle=opened.cycle)
    with assert_queries(few.count):
        client.get(address(opened))
