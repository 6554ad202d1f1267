import pytest

from section11.returns.models import Return, ReturnInvitation, Submission
from section11.returns.operations.save_narrative import save_narrative
from section11.returns.queries.last_time import last_times
from section11.standards.models import Standard, Statement
from tests.factories.cycles import make_cycle
from tests.factories.joined import map_editions
from tests.factories.returns import (
    AT,
    answer_everything,
    make_answering_edition,
    next_return,
    open_return,
    rate,
    sign_and_submit,
    submitted_return,
)
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def test_several_that_become_one_keep_their_texts_and_a_level_only_if_they_agree() -> None:
    before = open_return()
    answer_everything(before, comment="As ever")
    rate(before, "1.1", "met", comment="We lead")
    rate(before, "2.1", "partial", comment="We train", no_action_reason="None")
    save_narrative(before.lead, before.return_id, "1", "how", "Our board", version=0, at=AT)
    save_narrative(before.lead, before.return_id, "2", "how", "Our training", version=0, at=AT)
    sign_and_submit(before)
    other = make_answering_edition(tool="other-tool")
    assert before.cycle.edition
    map_editions(before.cycle.edition, other, {"1.1": ["2.1"], "2.1": ["2.1"], "1.2": ["2.2"], "2.2": ["2.2"]})
    submission = Submission.objects.get()
    told = last_times(other.pk, other.content_hash, None, {submission.pk})[submission.pk]
    refs = dict(Statement.objects.filter(standard__edition=other).values_list("pk", "ref"))
    answers = {refs[pk]: (bool(a.level_id), a.comment, len(a.answer_ids)) for pk, a in told.answers.items()}
    assert answers == {"2.1": (False, "We lead\n\nWe train", 2), "2.2": (True, "As ever", 2)}
    second = Standard.objects.get(edition=other, ref="2")
    assert told.narratives == {(second.pk, "how"): "Our board\n\nOur training"}


def test_many_take_as_many_statements_as_one(assert_queries: AssertQueries) -> None:
    first, _ = submitted_return()
    for _ in range(3):
        submitted_return(cycle=first.cycle)
    edition = first.cycle.edition
    assert edition
    submissions = set(Submission.objects.values_list("pk", flat=True))
    last_times(edition.pk, edition.content_hash, None, submissions)
    with assert_queries(5):
        assert len(last_times(edition.pk, edition.content_hash, None, submissions)) == 4
    with assert_queries(0):
        assert last_times(edition.pk, edition.content_hash, None, set()) == {}


def test_the_return_before_is_one_that_was_submitted_here_rather_than_elsewhere() -> None:
    here, _ = submitted_return()
    elsewhere = open_return(cycle=make_cycle(edition=here.cycle.edition), unit=here.unit)
    answer_everything(elsewhere)
    sign_and_submit(elsewhere)
    now = next_return(here)
    assert Return.objects.get(pk=now.return_id).previous_id == here.return_id
    there = next_return(elsewhere)
    assert Return.objects.get(pk=there.return_id).previous_id == elsewhere.return_id
    assert ReturnInvitation.objects.filter(latest=None).count() == 2
