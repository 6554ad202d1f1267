from datetime import timedelta

import pytest

from section11.challenge.models import AgreedLevel
from section11.challenge.queries.agreed_levels import agreed_levels
from section11.reports.content.copy_of_return import copy_of_draft, copy_of_submission
from section11.reports.content.return_copy import CopyStandard, CopyStatement, ReturnCopy
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from section11.returns.queries.draft import draft
from section11.returns.queries.head import return_head
from section11.returns.queries.submission_view import submission
from section11.standards.models import Level, Statement
from section11.standards.vocabulary import LevelClass
from tests.factories.returns import AT, Opened, confirm, make_reference, open_return, rate, reviewed, sign_and_submit, submitted_return

pytestmark = pytest.mark.django_db


def drafted(opened: Opened) -> ReturnCopy:
    return copy_of_draft(draft(opened.lead, return_head(opened.lead, opened.return_id)), at=AT + timedelta(days=1))


def statement(copy: ReturnCopy, ref: str) -> CopyStatement:
    return next(s for standard in copy.standards for s in standard.statements if s.ref == ref)


def standard(copy: ReturnCopy, ref: str) -> CopyStandard:
    return next(one for one in copy.standards if one.ref == ref)


def test_a_draft_says_what_stands_now_and_that_it_is_one():
    opened = open_return()
    rate(opened, "1.1", "unmet", comment="Not yet", reason="New post")
    cite_evidence(opened.lead, opened.return_id, "1.1", make_reference(opened), at=AT)
    copy = drafted(opened)
    assert copy.is_draft
    assert copy.title == f"{opened.cycle.title}: {opened.participation.name}"
    assert copy.state == "As it stands now. Not submitted yet"
    assert copy.due == "31 March 2027, end of day"
    assert copy.made == "6 October 2026 at 10:00"
    one = statement(copy, "1.1")
    assert (one.level, one.level_class, one.comment, one.reason, one.must_meet) == (
        "Not met",
        LevelClass.UNMET,
        "Not yet",
        "New post",
        True,
    )
    assert [(e.title, e.kind, e.where) for e in one.evidence] == [("Staff handbook", "Reference", "In the office")]
    assert statement(copy, "2.2").level == "Not answered"
    assert [n.label for n in standard(copy, "1").narratives] == ["How do you meet this standard?", "What changed for children?"]


def test_a_standard_that_does_not_apply_gives_its_reason():
    opened = open_return()
    mark_not_applicable(opened.lead, opened.return_id, "2", reason="We have no premises", at=AT)
    copy = drafted(opened)
    assert standard(copy, "2").not_applicable_reason == "We have no premises"
    assert statement(copy, "2.1").level == "Not applicable"


def test_a_submission_says_what_was_sent_whatever_came_after():
    opened, reference = submitted_return()
    copy = copy_of_submission(submission(opened.lead, reference), at=AT)
    assert not copy.is_draft
    assert (copy.reference, copy.state) == (reference, "Submission 1 of 5 October 2026")
    assert (copy.submitted_by, copy.signed_by) == (opened.lead.name, f"{opened.signatory.name}, Headteacher")
    assert statement(copy, "1.1").level == "Met"
    assert not copy.has_agreed_levels


def test_agreed_levels_stand_beside_the_self_rating():
    opened, reference = submitted_return()
    rows = {s.ref: s for s in Statement.objects.filter(standard__edition=opened.cycle.edition)}
    levels = {level.key: level for level in Level.objects.filter(edition=opened.cycle.edition)}
    for ref, on in (("1.1", "met"), ("1.2", "partial")):
        AgreedLevel.objects.create(
            invitation=opened.invitation,
            statement=rows[ref],
            level=levels["unmet"],
            agreed_on=levels[on],
            agreed_at=AT,
            agreed_by="person:1",
        )
    view = submission(opened.officer, reference)
    copy = copy_of_submission(view, at=AT, agreed=agreed_levels(opened.officer, view.head.invitation_number))
    assert (statement(copy, "1.1").level, statement(copy, "1.1").agreed) == ("Met", "Not met")
    assert statement(copy, "1.1").agreed_class == LevelClass.UNMET
    assert statement(copy, "1.2").agreed == "Not met (to be agreed again)"
    assert statement(copy, "2.1").agreed == ""
    assert not copy.knows_last


def test_a_draft_says_what_is_carried_confirmed_and_changed():
    _, opened = reviewed({"1.2": "partial"})
    confirm(opened, "1.1")
    rate(opened, "1.2", "met", comment="We do now")
    copy = drafted(opened)
    told = {ref: (statement(copy, ref).last, statement(copy, ref).since) for ref in ("1.1", "1.2", "2.1")}
    assert told == {
        "1.1": ("Met", "Confirmed as it was last time"),
        "1.2": ("Partially met", "Changed since last time"),
        "2.1": ("Met", "Carried from last time, not yet confirmed"),
    }
    mark_not_applicable(opened.lead, opened.return_id, "2", reason="We have no premises", at=AT)
    assert statement(drafted(opened), "2.1").since == ""


def test_a_submission_says_what_changed_since_last_time():
    _, opened = reviewed({"1.2": "partial"})
    rate(opened, "1.2", "met", comment="We do now")
    confirm(opened)
    reference = sign_and_submit(opened)
    for viewer in (opened.officer, opened.lead):
        copy = copy_of_submission(submission(viewer, reference), at=AT)
        assert (statement(copy, "1.1").last, statement(copy, "1.1").since) == ("Met", "Confirmed as it was last time")
        assert (statement(copy, "1.2").last, statement(copy, "1.2").since) == ("Partially met", "Changed since last time")
