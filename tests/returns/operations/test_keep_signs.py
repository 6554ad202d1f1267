from datetime import datetime, timedelta

import pytest

from section11.lib.viewer import system_viewer
from section11.returns.models import Return, Submission, SubmissionSigns
from section11.returns.operations.start_amendment import start_amendment
from section11.transfer.operations.import_cycle import import_cycle
from tests.factories.cycle_files import cycle_file, encoded, invitation, submission
from tests.factories.cycles import make_cycle
from tests.factories.directory import make_participation
from tests.factories.returns import AT, Opened, answer_everything, open_return, rate, sign_and_submit, submitted_return
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def signs(reference: str) -> SubmissionSigns:
    return SubmissionSigns.objects.get(submission__reference=reference)


def next_return(opened: Opened) -> Opened:
    """The same unit, in its partnership's next cycle."""
    cycle = make_cycle(opened.cycle.partnership, edition=opened.cycle.edition)
    return open_return(cycle=cycle, participation=opened.participation, unit=opened.unit)


def test_a_first_submission_is_counted_and_has_nothing_to_be_compared_with() -> None:
    opened = open_return()
    answer_everything(opened, comment="As we do it.")
    found = signs(sign_and_submit(opened))
    assert (found.with_evidence, found.texts, found.texts_unchanged, found.levels_changed, found.new_lead) == (0, 4, 0, 0, False)


def test_the_next_return_is_compared_with_the_last_submission_of_the_one_before() -> None:
    first = open_return()
    answer_everything(first, comment="As we do it.")
    sign_and_submit(first)
    second = next_return(first)
    assert Return.objects.get(pk=second.return_id).previous_id == first.return_id
    answer_everything(second, comment="As we do it.")
    rate(second, "2.2", "partial", comment="We do more now.", no_action_reason="The course comes next year.")
    found = signs(sign_and_submit(second))
    assert (found.texts, found.texts_unchanged, found.levels_changed, found.new_lead) == (4, 3, 1, True)


def test_an_amendment_is_compared_with_the_return_before_not_with_itself() -> None:
    opened, _ = submitted_return()
    start_amendment(opened.lead, opened.return_id, "Something changed", at=AT)
    assert signs(sign_and_submit(opened, at=AT + timedelta(hours=1))).texts_unchanged == 0


def test_what_another_partnership_received_is_not_told() -> None:
    first = open_return()
    answer_everything(first, comment="As we do it.")
    sign_and_submit(first)
    elsewhere = make_participation(organisation=first.unit.organisation)
    second = open_return(participation=elsewhere, unit=first.unit)
    answer_everything(second, comment="As we do it.")
    assert signs(sign_and_submit(second)).texts_unchanged == 0


def test_a_file_brings_signs_with_its_submissions(at: datetime, assert_queries: AssertQueries) -> None:
    first = submission({"1.1": {"level": "met", "comment": "As we do it.", "evidence": [{"title": "Policy", "kind": "reference"}]}})
    import_cycle(system_viewer("test"), encoded(cycle_file(invitation("oak", first), invitation("elm", first))), at=at)
    assert SubmissionSigns.objects.count() == Submission.objects.count() == 2
    assert {(s.with_evidence, s.texts) for s in SubmissionSigns.objects.all()} == {(1, 1)}
