from datetime import timedelta

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import EvidenceRating
from section11.challenge.operations.rate_evidence import RatedEvidence, rate_evidence
from section11.lib.errors import Absent, Conflict, Refused
from section11.returns.operations.start_amendment import start_amendment
from tests.challenge.operations.around import nobody_else_may
from tests.factories.challenge import make_reviewer
from tests.factories.judging import verbs
from tests.factories.returns import AT, sign_and_submit, submitted_return

pytestmark = pytest.mark.django_db
WEAK = {"1.1": RatedEvidence("weak")}


def test_a_reviewer_rates_answers_of_a_standard_and_only_the_partnership_is_told() -> None:
    opened, reference = submitted_return()
    reviewer = make_reviewer(opened.cycle, "1")
    before = verbs(opened.organisation_stream)
    assert rate_evidence(reviewer, reference, "1", {**WEAK, "1.2": RatedEvidence("strong")}, at=AT) == 2
    assert dict(EvidenceRating.objects.values_list("statement__ref", "strength")) == {"1.1": "weak", "1.2": "strong"}
    event = ActivityEvent.objects.filter(stream__ref=opened.partnership_stream).latest("number")
    assert (event.verb, event.details) == ("rated-evidence", {"strength": {"1.1": "weak", "1.2": "strong"}})
    assert verbs(opened.organisation_stream) == before


def test_the_same_again_changes_nothing_and_tells_nothing() -> None:
    opened, reference = submitted_return()
    rate_evidence(opened.officer, reference, "1", WEAK, at=AT)
    before = verbs(opened.partnership_stream)
    assert rate_evidence(opened.officer, reference, "1", WEAK, at=AT) == 0
    assert verbs(opened.partnership_stream) == before


def test_whoever_was_slower_is_shown_both_and_nothing_of_theirs_is_kept() -> None:
    opened, reference = submitted_return()
    rate_evidence(opened.officer, reference, "1", WEAK, at=AT)
    with pytest.raises(Conflict) as told:
        rate_evidence(make_reviewer(opened.cycle), reference, "1", {"1.1": RatedEvidence("strong"), "1.2": RatedEvidence("none")}, at=AT)
    assert told.value.mine == {"1.1": "Strong: shows what changed"}
    assert told.value.theirs == {"1.1": "Weak: does not show it"}
    assert told.value.by == opened.officer.name
    assert EvidenceRating.objects.count() == 1
    assert rate_evidence(opened.officer, reference, "1", {"1.1": RatedEvidence("enough", 1)}, at=AT) == 1
    assert EvidenceRating.objects.get().version == 2


def test_a_later_submission_is_read_before_anything_is_rated() -> None:
    opened, first = submitted_return()
    start_amendment(opened.lead, opened.return_id, "Something changed", at=AT)
    second = sign_and_submit(opened, at=AT + timedelta(hours=1))
    with pytest.raises(Refused, match="no longer the submission that counts"):
        rate_evidence(opened.officer, first, "1", WEAK, at=AT)
    assert rate_evidence(opened.officer, second, "1", WEAK, at=AT) == 1


def test_what_is_no_strength_is_told_by_statement_and_what_was_not_asked_is_absent() -> None:
    opened, reference = submitted_return()
    with pytest.raises(Refused) as told:
        rate_evidence(opened.officer, reference, "1", {"1.1": RatedEvidence("superb")}, at=AT)
    assert list(told.value.problems) == ["strength-1.1"]
    for standard, ref in (("1", "2.1"), ("9", "1.1")):
        with pytest.raises(Absent):
            rate_evidence(opened.officer, reference, standard, {ref: RatedEvidence("weak")}, at=AT)


def test_nobody_else_rates() -> None:
    opened, reference = submitted_return()
    nobody_else_may(opened, lambda viewer: rate_evidence(viewer, reference, "1", WEAK, at=AT))
