import pytest

from section11.lib.errors import Absent, Refused
from section11.returns.models import AnswerEvidence
from section11.returns.operations.carry_answers import carry_answers
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.operations.confirm_answer import confirm_answer
from section11.returns.operations.drop_carried import drop_carried
from tests.factories.returns import (
    AT,
    Opened,
    answer_everything,
    answer_of,
    counted,
    make_reference,
    next_return,
    open_return,
    recount,
    reviewed,
    sign_and_submit,
)
from tests.people import let_in
from tests.returns.around import WRITERS, events, people_around

pytestmark = pytest.mark.django_db


def carried() -> Opened:
    before = open_return()
    answer_everything(before, comment="As ever")
    cite_evidence(before.lead, before.return_id, "1.1", make_reference(before), at=AT)
    sign_and_submit(before)
    now = next_return(before)
    carry_answers(now.lead, now.return_id, at=AT)
    return now


def test_it_is_empty_again_and_cites_nothing() -> None:
    now = carried()
    drop_carried(now.lead, now.return_id, "1.1", version=1, at=AT)
    answer = answer_of(now, "1.1")
    assert (answer.level, answer.last_level, answer.comment, answer.carried, answer.version) == (None, None, "", False, 2)
    assert not AnswerEvidence.objects.filter(answer=answer).exists()
    assert counted(now) == recount(now) == 0
    assert [event[3] for event in events("dropped-carried")] == [{"statement": "1.1"}]
    assert carry_answers(now.lead, now.return_id, at=AT).answers == 0  # it was touched


def test_what_was_confirmed_or_changed_meanwhile_stays() -> None:
    now = carried()
    confirm_answer(now.lead, now.return_id, "1.1", version=1, at=AT)
    for version in (1, 2):
        with pytest.raises(Refused, match="in the meantime"):
            drop_carried(now.lead, now.return_id, "1.1", version=version, at=AT)
    assert answer_of(now, "1.1").comment == "As ever"


def test_a_review_keeps_every_answer() -> None:
    _, now = reviewed()
    with pytest.raises(Refused, match="confirmed or changed"):
        drop_carried(now.lead, now.return_id, "1.1", version=0, at=AT)


def test_who_may_and_what_is_not_there() -> None:
    now = carried()
    assert let_in(people_around(now), lambda who: drop_carried(who, now.return_id, "1.1", version=1, at=AT)) == WRITERS
    with pytest.raises(Absent):
        drop_carried(now.lead, now.return_id, "9.9", version=1, at=AT)
