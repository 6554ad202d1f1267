from dataclasses import replace
from datetime import date

import pytest

from section11.cycles.models import Invitation
from section11.lib.errors import Absent, Refused
from section11.plans.models import Action
from section11.plans.rules import ActionText
from section11.returns.operations.plan_action import plan_action
from section11.returns.queries.draft import draft
from section11.returns.queries.head import return_head
from tests.factories.returns import ACTION, AT, open_return, rate
from tests.people import let_in
from tests.returns.around import WRITERS, events, people_around

pytestmark = pytest.mark.django_db


def test_it_stands_in_the_units_plan_and_beside_the_answer() -> None:
    opened = open_return()
    made = plan_action(opened.lead, opened.return_id, "1.1", ACTION, at=AT)
    kept = Action.objects.get(pk=made)
    assert (kept.unit, kept.origin, kept.statement and kept.statement.ref) == (opened.unit, f"return:{opened.return_id}", "1.1")
    shown = draft(opened.lead, return_head(opened.lead, opened.return_id)).answers["1.1"].actions
    assert [(a.action_id, a.text) for a in shown] == [(made, ACTION)]


def test_it_answers_a_level_that_asks_for_an_action_and_a_wish_for_help_does_too() -> None:
    opened = open_return()
    for ref, text in (("1.1", ACTION), ("1.2", ActionText(wants_help=True)), ("2.1", replace(ACTION, who=""))):
        rate(opened, ref, "partial")
        plan_action(opened.lead, opened.return_id, ref, text, at=AT)
    now = draft(opened.lead, return_head(opened.lead, opened.return_id))
    assert [(gap.statement_ref, gap.gap) for gap in now.missing] == [("2.1", "action"), ("2.2", "level")]


def test_it_is_a_save_and_told_once_to_the_organisation() -> None:
    opened = open_return()
    made = plan_action(opened.lead, opened.return_id, "1.1", ACTION, at=AT)
    assert Invitation.objects.get(pk=opened.invitation.pk).last_saved_at == AT
    details = {"origin": f"return:{opened.return_id}", "due": "2027-01-03"}
    assert events("added-action") == [(opened.organisation_stream, opened.lead.person_ref, f"action:{made}", details)]


def test_the_lead_and_a_contributor_it_was_handed_to_may() -> None:
    opened = open_return()
    assert let_in(people_around(opened), lambda who: plan_action(who, opened.return_id, "1.1", ACTION, at=AT)) == WRITERS


def test_everything_wrong_is_told_at_once_and_no_save_is_noted() -> None:
    opened = open_return()
    with pytest.raises(Refused) as told:
        plan_action(opened.lead, opened.return_id, "1.1", ActionText(due=date(2020, 1, 1), rag="blue"), at=AT)
    assert set(told.value.problems) == {"what", "due", "rag"}
    assert Invitation.objects.get(pk=opened.invitation.pk).last_saved_at is None


def test_a_statement_that_is_not_asked_is_absent() -> None:
    opened = open_return(form="light")
    for ref in ("1.2", "9.9"):
        with pytest.raises(Absent):
            plan_action(opened.lead, opened.return_id, ref, ACTION, at=AT)
