"""Emails about panels."""

from datetime import date, time, timedelta

import pytest

from section11.challenge.operations.cancel_panel import cancel_panel
from section11.challenge.operations.change_slot import change_slot
from section11.challenge.operations.remove_slot import remove_slot
from section11.challenge.rules.panel_text import SlotText
from section11.notices.kinds.panel import LEADS, MEMBERS
from section11.notices.models import Email
from section11.notices.operations.make_due_emails import make_due_emails
from section11.notices.vocabulary import EmailKind
from tests.factories.notices import texts
from tests.factories.panels import make_panel, make_slot, panel_reviewer, tell
from tests.factories.returns import AT, more_leads, submitted_return

pytestmark = pytest.mark.django_db
BEFORE = AT - timedelta(minutes=1)
DAY = date(2026, 11, 12)


def test_leads_are_told_day_time_and_place_and_never_what_will_be_asked() -> None:
    opened, _ = submitted_return()
    [second] = more_leads(opened, 1)
    panel = make_panel(opened, held_on=DAY)
    make_slot(panel, opened, enquiry="Who checks the records?", shows_enquiry=True)
    assert texts(LEADS, BEFORE) == []
    tell(panel, opened.officer)
    found = texts(LEADS, BEFORE)
    assert {notice.recipient.person_ref for notice, _ in found} == {opened.lead.person_ref, second.person_ref}
    notice, text = found[0]
    assert notice.kind == EmailKind.PANEL
    assert text.subject == f"{opened.cycle.title}: please come to a panel on 12 November 2026"
    for words in (
        "Panel of the schools\nDay: 12 November 2026\nTime: 09:30 to 10:15, London time\nWhere: Room 1, Town Hall\n",
        f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}/panels\n",
        "business.unit@example.org",
    ):
        assert words in text.body
    assert "records" not in text.body
    assert "\n\n\n" not in text.body


def test_a_change_and_a_cancellation_say_so() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened, panel_reviewer(opened), held_on=DAY)
    slot = make_slot(panel, opened)
    tell(panel, opened.officer)
    change_slot(opened.officer, panel.pk, slot.pk, SlotText(time(14), 30, None), version=1, at=AT)
    tell(panel, opened.officer)
    _, (_, changed) = texts(LEADS, BEFORE)
    assert "a change to your panel" in changed.subject
    assert "14:00 to 14:30" in changed.body
    assert len(texts(MEMBERS, BEFORE)) == 1
    cancel_panel(opened.officer, panel.pk, at=AT)
    cancelled = texts(LEADS, BEFORE)[-1][1]
    assert "will not take place" in cancelled.subject
    assert "from 14:00 to 14:30" in cancelled.body
    assert "calendar" not in cancelled.body
    assert "will not take place" in texts(MEMBERS, BEFORE)[-1][1].subject


def test_one_taken_off_the_timetable_is_told() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened, held_on=DAY)
    slot = make_slot(panel, opened)
    tell(panel, opened.officer)
    remove_slot(opened.officer, panel.pk, slot.pk, at=AT)
    assert "will not take place" in texts(LEADS, BEFORE)[-1][1].body


def test_members_are_told_the_day_and_where_the_packs_are() -> None:
    opened, _ = submitted_return()
    reviewer = panel_reviewer(opened)
    panel = make_panel(opened, reviewer, held_on=DAY)
    tell(panel, opened.officer)
    [(notice, text)] = texts(MEMBERS, BEFORE)
    assert (notice.kind, notice.recipient.person_ref) == (EmailKind.PANEL_MEMBER, reviewer.person_ref)
    assert f"/p/{opened.cycle.partnership.slug}/cycles/{opened.cycle.slug}/panels/{panel.pk}\n" in text.body
    assert "you sit on a panel on 12 November 2026" in text.subject


def test_each_is_made_once() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened, panel_reviewer(opened), held_on=DAY)
    make_slot(panel, opened)
    tell(panel, opened.officer)
    for _ in range(2):
        make_due_emails(at=AT, kinds=(LEADS, MEMBERS))
    assert sorted(Email.objects.values_list("kind", flat=True)) == ["panel", "panel-member"]
    assert len(set(Email.objects.values_list("message_id", flat=True))) == 2
