"""What the activity streams hold of a return: references and chosen values, never what somebody typed; drafts stay at home."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from section11.activity.models import ActivityEvent
from section11.evidence.operations.add_evidence import add_evidence
from section11.returns.models import Assignment
from section11.returns.operations.approve_return import approve_return
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.operations.finish_part import finish_part
from section11.returns.operations.give_up_amendment import give_up_amendment
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from section11.returns.operations.note_opened import note_opened
from section11.returns.operations.plan_action import plan_action
from section11.returns.operations.save_narrative import save_narrative
from section11.returns.operations.send_back import send_back
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.operations.submit_return import submit_return
from section11.returns.operations.take_back import take_back
from section11.returns.operations.take_standard_back import take_standard_back
from section11.returns.operations.unmark_not_applicable import unmark_not_applicable
from section11.returns.queries.head import return_head
from tests.factories.returns import ACTION, AT, Opened, answer_everything, ask, open_return, rate, read_by
from tests.returns.around import hand

pytestmark = pytest.mark.django_db
TYPED = "what somebody typed"
LATER = AT + timedelta(days=2)


def a_whole_life() -> Opened:
    """A return through every operation, with the same words typed wherever words can be typed."""
    opened = open_return()
    lead, return_id = opened.lead, opened.return_id
    note_opened(lead, return_head(lead, return_id), at=AT)
    hand(opened)
    answer_everything(opened, "unmet", comment=TYPED, reason=TYPED, no_action_reason=TYPED)
    save_narrative(lead, return_id, "1", "how", TYPED, version=0, at=AT)
    plan_action(lead, return_id, "1.1", replace(ACTION, what=TYPED, how=TYPED, who=TYPED, progress=TYPED), at=AT)
    item = add_evidence(lead, opened.unit.pk, kind="reference", title=TYPED, where=TYPED, at=AT)
    cite_evidence(lead, return_id, "1.1", item, at=AT)
    mark_not_applicable(lead, return_id, "2", TYPED, at=AT)
    unmark_not_applicable(lead, return_id, "2", at=AT)
    finish_part(opened.contributor, return_id, "1", done=True, at=AT)
    take_standard_back(lead, return_id, Assignment.objects.get().pk, at=AT)
    ask(opened)
    send_back(opened.signatory, return_id, note=TYPED, at=AT)
    ask(opened)
    take_back(lead, return_id, at=AT)
    ask(opened)
    approve_return(opened.signatory, return_id, read=read_by(opened.signatory, return_id), job_title=TYPED, note=TYPED, at=AT)
    submit_return(lead, return_id, at=AT)
    start_amendment(lead, return_id, TYPED, at=LATER)
    rate(opened, "1.1", "met", comment=TYPED, at=LATER)
    give_up_amendment(lead, return_id, at=LATER)
    return opened


def test_no_event_holds_what_somebody_typed() -> None:
    a_whole_life()
    told = [json.dumps([e.verb, e.actor, e.subject, e.details]) for e in ActivityEvent.objects.all()]
    assert len(told) > 20
    assert [one for one in told if TYPED in one] == []


def test_the_partnership_reads_of_the_return_only_what_it_may_know() -> None:
    opened = a_whole_life()
    about = ActivityEvent.objects.filter(stream__ref=opened.partnership_stream).order_by("number")
    assert list(about.values_list("verb", flat=True)) == ["opened-returns", "opened-return", "submitted-return", "started-amendment"]


def test_everything_that_happened_to_the_draft_is_in_the_organisations_own_stream() -> None:
    opened = a_whole_life()
    verbs = set(ActivityEvent.objects.filter(stream__ref=opened.organisation_stream).values_list("verb", flat=True))
    assert verbs == {
        "handed-standard",
        "rated",
        "added-action",
        "added-evidence",
        "marked-not-applicable",
        "unmarked-not-applicable",
        "finished-part",
        "took-standard-back",
        "asked-sign-off",
        "sent-back",
        "took-back",
        "approved-return",
        "submitted-return",
        "started-amendment",
        "gave-up-amendment",
    }


def test_details_name_persons_and_standards_and_chosen_values_only() -> None:
    a_whole_life()
    keys = {key for details in ActivityEvent.objects.values_list("details", flat=True) for key in details}
    known = {"statement", "standard", "from", "to", "signatory", "content", "number", "return", "returns", "origin", "due", "kind"}
    assert keys - {"edition", "content_hash"} <= known
