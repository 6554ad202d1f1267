from datetime import timedelta

import pytest

from section11.challenge.operations.acknowledge_follow_up import acknowledge_follow_up
from section11.cycles.rules.ladder import rung_moment
from section11.directory.models import Membership, Person
from section11.directory.vocabulary import Role
from section11.notices.kinds.follow_up import KIND
from section11.notices.vocabulary import EmailKind
from tests.factories.cycles import DUE, make_ladder
from tests.factories.follow_up import make_follow_up, make_strategic_lead, raised, weak_return
from tests.factories.notices import texts
from tests.factories.returns import AT, open_return

pytestmark = pytest.mark.django_db
BEFORE = AT - timedelta(minutes=1)


def test_tells_the_strategic_lead_that_one_waits_and_nothing_of_the_figures():
    opened, _ = weak_return("1.1", "1.2", "2.1")
    lead = make_strategic_lead(opened)
    raised(opened.cycle)
    [(notice, text)] = texts(KIND, BEFORE)
    assert (notice.kind, notice.subject_ref) == (EmailKind.FOLLOW_UP_WAITS, opened.invitation.ref)
    assert notice.recipient.email == Person.objects.get(pk=lead.person_id).email
    assert opened.participation.name in text.subject
    assert f"/p/{opened.cycle.partnership.slug}/cycles/{opened.cycle.slug}/follow-ups/" in text.body
    assert "1.1" not in text.body
    assert texts(KIND, AT + timedelta(minutes=1)) == []


def test_a_lead_who_is_named_later_is_told_then():
    opened = open_return()
    make_follow_up(opened, at=AT - timedelta(days=9))
    assert texts(KIND, BEFORE) == []
    make_strategic_lead(opened)
    assert len(texts(KIND, BEFORE)) == 1


def test_not_one_that_is_taken_or_whose_lead_belongs_to_the_organisation():
    opened, other = open_return(), open_return()
    lead = make_strategic_lead(opened)
    acknowledge_follow_up(lead, make_follow_up(opened).pk, at=AT)
    conflicted = make_strategic_lead(other, Role.REVIEWER)
    make_follow_up(other)
    Membership.objects.filter(person=conflicted.person_id).update(home_organisation=other.unit.organisation)
    assert texts(KIND, BEFORE) == []


def test_what_the_ladders_last_step_tells_the_lead_is_not_told_twice():
    opened = open_return()
    make_ladder(opened.cycle)
    make_strategic_lead(opened)
    raised(opened.cycle, at=rung_moment(DUE, 28))
    assert texts(KIND, BEFORE) == []
    make_follow_up(opened, at=rung_moment(DUE, 28))
    assert len(texts(KIND, BEFORE)) == 1
