from dataclasses import replace
from datetime import date, datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.plans.models import Action, ActionShare
from section11.plans.operations.add_action import add_action
from section11.plans.queries import actions_of_return
from section11.plans.rules import ActionText
from section11.standards.models import Statement
from tests.factories.directory import make_organisation, make_viewer, whole_unit
from tests.factories.plans import TRAINING
from tests.factories.returns import open_return
from tests.factories.standards import make_edition
from tests.people import let_in, strangers_to

pytestmark = pytest.mark.django_db


def test_it_stands_in_the_plan_as_it_was_written(at: datetime) -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    statement = Statement.objects.filter(standard__edition=make_edition()).first()
    assert statement
    text = replace(TRAINING, what=" Train\x00 all\r\nof them ", rag="amber", progress="Booked", wants_help=True)
    made = Action.objects.get(pk=add_action(lead, unit.pk, text, origin="return:7", statement_id=statement.pk, at=at))
    assert (made.unit, made.origin, made.statement, made.state, made.version) == (unit, "return:7", statement, "open", 1)
    assert (made.what, made.how, made.who, made.due) == ("Train all\nof them", "Two evenings", "Deputy head", date(2027, 1, 31))
    assert (made.rag, made.progress, made.wants_help) == ("amber", "Booked", True)
    assert (made.created_at, made.created_by, made.updated_at, made.updated_by_name) == (at, lead.person_ref, at, lead.name)


def test_it_may_be_unfinished_or_a_wish_for_help(at: datetime) -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    for text in (ActionText(what="Train"), ActionText(wants_help=True)):
        assert add_action(lead, unit.pk, text, origin="return:7", at=at)


def test_the_organisation_reads_when_it_is_due_and_nothing_of_what_was_typed(at: datetime) -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    made = add_action(lead, unit.pk, TRAINING, origin="return:7", at=at)
    told = ActivityEvent.objects.get()
    assert (told.stream.ref, told.verb, told.subject) == (f"organisation:{unit.organisation_id}", "added-action", f"action:{made}")
    assert (told.actor, told.details) == (lead.person_ref, {"origin": "return:7", "due": "2027-01-31"})


def test_leads_and_contributors_of_the_unit_may(at: datetime) -> None:
    unit = whole_unit(make_organisation())
    people = {role.value: make_viewer(role, of=unit) for role in (Role.RETURN_LEAD, Role.SIGNATORY, Role.CONTRIBUTOR)} | strangers_to(unit)
    assert let_in(people, lambda who: add_action(who, unit.pk, TRAINING, origin="return:7", at=at)) == {"return-lead", "contributor"}


def test_everything_wrong_is_told_at_once_and_nothing_is_kept(at: datetime) -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    with pytest.raises(Refused) as told:
        add_action(lead, unit.pk, ActionText(what=" \x00 ", who="a" * 201, due=date(2026, 10, 4), rag="blue"), origin="return:7", at=at)
    assert set(told.value.problems) == {"what", "who", "due", "rag"}
    assert not Action.objects.exists()
    assert not ActivityEvent.objects.exists()


def test_the_day_is_that_of_london(at: datetime) -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    late = at.replace(hour=23, minute=30)  # half past midnight on the 6th in London
    with pytest.raises(Refused, match="today or later"):
        add_action(lead, unit.pk, replace(TRAINING, due=date(2026, 10, 5)), origin="return:7", at=late)
    assert add_action(lead, unit.pk, replace(TRAINING, due=date(2026, 10, 6)), origin="return:7", at=late)


def test_what_a_partnership_raised_is_shared_with_it_alone(at: datetime) -> None:
    opened = open_return()
    other = open_return(unit=opened.unit)
    made = add_action(opened.lead, opened.unit.pk, TRAINING, origin="challenge:4", only_for=opened.invitation.pk, at=at)
    assert list(ActionShare.objects.values_list("action_id", "invitation_id")) == [(made, opened.invitation.pk)]
    told = ActivityEvent.objects.filter(verb="added-action").order_by("pk").values_list("stream__ref", flat=True)
    assert list(told) == [opened.organisation_stream, opened.partnership_stream]
    asked = {"origin": "return:0", "invitation_id": other.invitation.pk}
    assert actions_of_return(opened.lead, opened.unit.pk, **asked) == []
    [mine] = actions_of_return(opened.lead, opened.unit.pk, origin="return:0", invitation_id=opened.invitation.pk)
    assert (mine.action_id, mine.followed) == (made, True)


def test_only_for_somebody_who_invited_the_unit(at: datetime) -> None:
    opened, foreign = open_return(), open_return()
    with pytest.raises(Absent):
        add_action(opened.lead, opened.unit.pk, TRAINING, origin="challenge:4", only_for=foreign.invitation.pk, at=at)
