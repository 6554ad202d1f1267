from datetime import timedelta

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import AgreedLevel, FollowUp, FollowUpCause
from section11.challenge.operations.close_follow_up import close_follow_up
from section11.challenge.operations.raise_follow_ups import raise_follow_ups
from section11.cycles.rules.ladder import Rung, rung_moment
from section11.cycles.vocabulary import InvitationState, LadderKind
from section11.lib.errors import Absent
from section11.returns.models import SubmittedAnswer
from section11.returns.operations.start_amendment import start_amendment
from section11.standards.models import Level
from tests.factories.cycles import DUE, make_ladder
from tests.factories.follow_up import make_follow_up, product, raised, weak_return
from tests.factories.returns import AT, Opened, open_return, rate, sign_and_submit, submitted_return
from tests.racing import failures, race

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=1)


def causes() -> list[tuple]:
    rows = FollowUpCause.objects.order_by("follow_up", "pk")
    return [(cause.follow_up.state, cause.reason, cause.met, cause.rated, cause.statements) for cause in rows]


def close(opened: Opened, *, at=AT) -> None:
    found = FollowUp.objects.exclude(state="closed").get(invitation=opened.invitation)
    close_follow_up(opened.officer, found.pk, outcome="Settled.", version=found.version, at=at)


def amend(opened: Opened, *unmet: str, at=LATER) -> None:
    start_amendment(opened.lead, opened.return_id, reason="It changed.", at=at)
    for ref in ("1.1", "1.2", "2.1", "2.2"):
        rate(opened, ref, "unmet" if ref in unmet else "met", reason="Not yet.", no_action_reason="Soon.", at=at)
    sign_and_submit(opened, at=at)


def test_a_return_in_a_band_that_asks_for_it_and_with_a_must_meet_missed_is_raised_once():
    opened, _ = weak_return("1.1", "1.2")
    submitted_return(cycle=opened.cycle)
    assert raised(opened.cycle) == 1
    assert causes() == [("open", "band", 2, 4, ""), ("open", "must-meet", 2, 4, "1.1")]
    assert raised(opened.cycle) == 0
    found = FollowUp.objects.get()
    assert (found.invitation, found.raised_at, found.raised_by_name) == (opened.invitation, AT, "The system")
    event = ActivityEvent.objects.get(verb="follow-up-raised")
    assert (event.stream.ref, event.actor, event.subject) == (opened.partnership_stream, "system:scheduler", opened.invitation.ref)
    assert event.details == {"reasons": ["band", "must-meet"]}


def test_a_must_meet_statement_alone_is_enough():
    opened, _ = weak_return("1.1")
    raised(opened.cycle)
    assert causes() == [("open", "must-meet", 3, 4, "1.1")]


def test_agreed_levels_count_where_they_were_agreed():
    opened, reference = weak_return("1.1")
    answer = SubmittedAnswer.objects.get(submission__reference=reference, statement__ref="1.1")
    met = Level.objects.get(edition=opened.cycle.edition, key="met")
    fields = {"invitation": opened.invitation, "statement": answer.statement, "agreed_at": AT, "agreed_by": "x"}
    AgreedLevel.objects.create(**fields, level=met, agreed_on=answer.level)
    assert raised(opened.cycle) == 0


def test_a_return_that_never_came_is_raised_after_the_ladders_last_step():
    opened = open_return()
    make_ladder(opened.cycle)
    last = rung_moment(DUE, 28)
    assert raised(opened.cycle, at=last - timedelta(seconds=1)) == 0
    assert raised(opened.cycle, at=last) == 1
    assert causes() == [("open", "never-returned", None, None, "")]
    assert raised(opened.cycle, at=last + timedelta(days=100)) == 0


def test_without_a_ladder_or_out_of_the_audit_nobody_is_late():
    opened = open_return()
    assert raised(opened.cycle, at=rung_moment(DUE, 90)) == 0
    make_ladder(opened.cycle, Rung(LadderKind.OVERDUE, 3))
    opened.invitation.state = InvitationState.EXEMPT
    opened.invitation.save()
    assert raised(opened.cycle, at=rung_moment(DUE, 90)) == 0
    opened.invitation.state = InvitationState.INVITED
    opened.invitation.save()
    assert raised(opened.cycle, at=rung_moment(DUE, 3)) == 1


def test_one_that_an_officer_picked_gets_what_is_new():
    opened, _ = weak_return("1.1")
    picked = make_follow_up(opened)
    assert raised(opened.cycle) == 1
    assert [cause[1] for cause in causes()] == ["picked", "must-meet"]
    picked.refresh_from_db()
    assert picked.version == 2


def test_what_was_closed_stays_closed_until_a_later_submission_brings_it_back():
    opened, _ = weak_return("1.1")
    raised(opened.cycle)
    close(opened)
    assert raised(opened.cycle, at=LATER) == 0
    amend(opened, "1.1")
    assert raised(opened.cycle, at=LATER) == 1
    assert [cause[:2] for cause in causes()] == [("closed", "must-meet"), ("open", "must-meet")]


def test_another_cause_is_news_though_the_first_was_closed():
    opened, _ = weak_return("1.1")
    raised(opened.cycle)
    amend(opened, "1.1", "1.2", "2.1")
    close(opened, at=LATER + timedelta(minutes=1))
    assert raised(opened.cycle, at=LATER + timedelta(days=1)) == 1
    assert causes()[-1] == ("open", "band", 1, 4, "")


def test_a_return_that_came_after_all_and_meets_everything_is_not_raised_again():
    opened = open_return()
    make_ladder(opened.cycle)
    raised(opened.cycle, at=rung_moment(DUE, 28))
    close(opened, at=rung_moment(DUE, 29))
    assert raised(opened.cycle, at=rung_moment(DUE, 60)) == 0


def test_only_the_product_itself_does_and_in_its_partnership_only():
    opened, _ = weak_return("1.1")
    other, _ = submitted_return()
    for viewer, cycle in ((opened.officer, opened.cycle), (product(other.cycle), opened.cycle)):
        with pytest.raises(Absent):
            raise_follow_ups(viewer, cycle.pk, at=AT)


@pytest.mark.django_db(transaction=True)
def test_several_schedulers_and_an_officer_at_once_make_one_follow_up():
    opened, _ = weak_return("1.1", "1.2", "2.1")
    acts = [lambda: raised(opened.cycle), lambda: raised(opened.cycle), lambda: make_follow_up(opened)]
    assert failures(race(acts)) == []
    assert FollowUp.objects.count() == 1
    assert sorted(cause[1] for cause in causes()) == ["band", "must-meet", "picked"]
