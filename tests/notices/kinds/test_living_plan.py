from datetime import date, datetime, timedelta

import pytest

from section11.directory.vocabulary import Role
from section11.lib.clock import LONDON
from section11.lib.errors import Absent
from section11.lib.viewer import system_viewer
from section11.notices.kinds.living_plan import ASKED, DECIDED, REMINDED
from section11.notices.models import Email
from section11.notices.operations.make_due_emails import make_due_emails
from section11.notices.vocabulary import EmailKind
from section11.plans.models import Action
from section11.plans.operations.ask_for_support import ask_for_support
from section11.plans.operations.share_actions import share_actions
from section11.plans.operations.update_progress import update_progress
from section11.plans.rules.updates import ProgressText
from tests.factories.directory import make_membership, make_viewer
from tests.factories.notices import texts
from tests.factories.plans import Followed, followed_action, make_action, planned
from tests.factories.returns import ACTION, AT, open_return
from tests.plans.acts import ACTS

pytestmark = pytest.mark.django_db
DUE = ACTION.due or date.max
BEFORE = AT - timedelta(minutes=1)


def on(day: date, hour: int = 9) -> datetime:
    """That hour of a day in London."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=LONDON)


def ask(followed: Followed, at: datetime = AT) -> None:
    """Ask the partnership for support."""
    ask_for_support(followed.opened.lead, followed.action_id, "A secret wish", version=followed.action.version, at=at)


@pytest.mark.parametrize(
    ("days", "kind"),
    [
        (-15, None),
        (-14, EmailKind.ACTION_DUE),
        (-8, EmailKind.ACTION_DUE),
        (-7, None),
        (0, None),
        (1, EmailKind.ACTION_OVERDUE),
        (8, None),
        (29, None),
        (30, EmailKind.ACTION_OVERDUE),
        (37, None),
    ],
)
def test_leads_are_reminded_before_and_after_the_day(days: int, kind: EmailKind | None) -> None:
    followed = followed_action()
    found = texts(REMINDED, on(DUE + timedelta(days=days)))
    assert [notice.kind for notice, _ in found] == ([kind] if kind else [])
    for notice, text in found:
        assert notice.recipient.person_ref == followed.opened.lead.person_ref
        assert notice.partnership_id == followed.opened.cycle.partnership_id
        assert ACTION.what not in text.body + text.subject
        assert f"/o/{followed.opened.unit.organisation.slug}/plan\n" in text.body


def test_the_day_is_londons_across_the_change_of_the_clocks() -> None:
    followed = followed_action()
    Action.objects.filter(pk=followed.action_id).update(due=date(2027, 4, 11))  # 14 days after the clocks went forward at one
    assert texts(REMINDED, datetime(2027, 3, 27, 23, 59, tzinfo=LONDON)) == []
    assert len(texts(REMINDED, datetime(2027, 3, 28, 0, 0, tzinfo=LONDON))) == 1


def test_one_email_tells_of_all_actions_of_a_day_and_is_made_once() -> None:
    followed = followed_action()
    opened = followed.opened
    more = [make_action(opened.lead, opened.unit.pk, due=DUE).pk for _ in range(2)]
    share_actions(more, opened.invitation.pk, at=AT)
    make_membership(role=Role.RETURN_LEAD, of=opened.unit)
    moment = on(DUE - timedelta(days=14))
    found = texts(REMINDED, moment)
    assert len(found) == 2
    assert all("3 actions in the improvement plan" in text.body for _, text in found)
    assert [make_due_emails(at=moment + timedelta(days=n), kinds=[REMINDED]) for n in range(3)] == [2, 0, 0]
    assert Email.objects.count() == 2


def test_what_is_done_moved_or_followed_by_nobody_is_not_reminded_of() -> None:
    day = on(DUE - timedelta(days=10))
    done = followed_action(done=True)
    assert done.action.state == "done"
    opened = open_return()
    planned(opened)
    late = followed_action()
    Action.objects.filter(pk=late.action_id).update(due=DUE + timedelta(days=60))
    moved = day - timedelta(days=1)  # after the day of the reminder for the date that it is given
    update_progress(late.opened.lead, late.action_id, ProgressText("", "", DUE, "Sooner"), version=1, at=moved)
    assert texts(REMINDED, day) == []


def test_officers_get_one_email_the_morning_after() -> None:
    first = followed_action()
    second = followed_action(cycle=first.opened.cycle)
    colleague = make_viewer(Role.OFFICER, of=first.opened.cycle.partnership)
    ask(first)
    ask(second)
    today = AT.astimezone(LONDON).date()
    assert texts(ASKED, on(today, 18)) == []
    assert texts(ASKED, on(today + timedelta(days=1), 6)) == []
    found = texts(ASKED, on(today + timedelta(days=1), 7))
    assert {first.opened.officer.person_ref, colleague.person_ref} <= {notice.recipient.person_ref for notice, _ in found}
    assert len({notice.about for notice, _ in found}) == len(found)
    for notice, text in found:
        assert notice.kind == EmailKind.SUPPORT_ASKED
        assert "2 actions still wait for an answer" in text.body
        assert "secret" not in text.body
        assert text.body.count("/actions?show=support") == 1
    assert texts(ASKED, on(today + timedelta(days=4), 7)) == []


def test_an_answered_question_is_not_in_it() -> None:
    followed = followed_action()
    ask(followed)
    ACTS["reply_to_support"](followed.opened.officer, followed.action)
    assert texts(ASKED, AT + timedelta(days=1)) == []


@pytest.mark.parametrize(
    ("verb", "done", "kind"),
    [
        ("reply_to_support", False, EmailKind.SUPPORT_ANSWERED),
        ("reopen_action", True, EmailKind.ACTION_REOPENED),
        ("confirm_action", True, EmailKind.ACTION_CONFIRMED),
    ],
)
def test_leads_are_told_at_once_of_what_was_decided_and_not_what_was_said(verb: str, done: bool, kind: EmailKind) -> None:
    followed = followed_action(done=done)
    ACTS[verb](followed.opened.officer, followed.action)
    [(notice, text)] = texts(DECIDED, BEFORE)
    assert (notice.kind, notice.recipient.person_ref) == (kind, followed.opened.lead.person_ref)
    assert f"/plan/{followed.action_id}" in text.body
    for said in ("We send a trainer", "Two are missing", ACTION.what):
        assert said not in text.subject + text.body
    assert texts(DECIDED, AT) == []


def test_what_the_organisation_does_is_told_to_nobody_at_once() -> None:
    followed = followed_action()
    for verb in ("update_progress", "ask_for_support", "finish_action"):
        ACTS[verb](followed.opened.lead, followed.action)
    assert texts(DECIDED, BEFORE) == []


def test_only_the_product_may_ask() -> None:
    followed = followed_action()
    for kind in (REMINDED, ASKED, DECIDED):
        assert kind.due(system_viewer("test"), AT) == []
        with pytest.raises(Absent):
            kind.due(followed.opened.officer, AT)
