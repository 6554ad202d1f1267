from functools import partial

import pytest

from section11.cycles.models import Invitation
from section11.lib.errors import Absent, Conflict, Refused
from section11.returns.models import Answer
from section11.returns.operations.confirm_answer import confirm_answer
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from section11.returns.operations.save_answer import AnswerText, SavedAnswer, save_answer
from section11.returns.operations.unmark_not_applicable import unmark_not_applicable
from section11.returns.queries.draft import draft
from section11.returns.queries.head import return_head
from tests.factories.returns import AT, Opened, answer_of, ask, confirm, counted, make_answering_edition, more_leads, recount, reviewed
from tests.people import let_in
from tests.racing import failures, race
from tests.returns.around import WRITERS, events, people_around

pytestmark = pytest.mark.django_db


def missing(opened: Opened) -> list[tuple[str, str]]:
    state = draft(opened.lead, return_head(opened.lead, opened.return_id))
    return [(gap.statement_ref, gap.gap) for gap in state.missing]


def test_it_clears_what_was_carried_and_counts_as_answered() -> None:
    _, now = reviewed()
    saved = confirm_answer(now.lead, now.return_id, "1.1", version=0, at=AT)
    answer = answer_of(now, "1.1")
    assert (answer.carried, answer.version, answer.saved_by_name, saved.version) == (False, 1, now.lead.name, 1)
    assert ("1.1", "confirm") not in missing(now)
    assert ("1.2", "confirm") in missing(now)
    assert counted(now) == recount(now) == 1
    assert events("confirmed-answer") == [
        (now.organisation_stream, now.lead.person_ref, f"return:{now.return_id}", {"statement": "1.1", "level": "met"})
    ]


def test_twice_is_once() -> None:
    _, now = reviewed()
    confirm_answer(now.lead, now.return_id, "1.1", version=0, at=AT)
    again = [confirm_answer(now.lead, now.return_id, "1.1", version=version, at=AT).changed for version in (0, 1)]
    assert again == [False, False]
    assert counted(now) == recount(now) == 1


def test_what_somebody_changed_meanwhile_is_shown_and_stays() -> None:
    _, now = reviewed()
    (other,) = more_leads(now, 1)
    save_answer(other, now.return_id, "1.1", AnswerText(level="partial", comment="Not quite"), version=0, at=AT)
    with pytest.raises(Conflict) as told:
        confirm_answer(now.lead, now.return_id, "1.1", version=0, at=AT)
    assert (told.value.theirs["level"], told.value.theirs["comment"], told.value.by) == ("partial", "Not quite", other.name)


def test_saving_confirms_too_even_the_same_text() -> None:
    _, now = reviewed()
    assert save_answer(now.lead, now.return_id, "1.1", AnswerText(level="met"), version=0, at=AT).changed
    save_answer(now.lead, now.return_id, "1.2", AnswerText(level="partial", comment="Less than last time"), version=0, at=AT)
    assert set(Answer.objects.filter(unit_return_id=now.return_id, carried=True).values_list("statement__ref", flat=True)) == {"2.1", "2.2"}
    assert counted(now) == recount(now) == 2


def test_a_level_is_chosen_before_it_is_confirmed() -> None:
    _, now = reviewed()
    Answer.objects.filter(unit_return_id=now.return_id).update(level=None)
    with pytest.raises(Refused, match="Choose a level first"):
        confirm_answer(now.lead, now.return_id, "1.1", version=0, at=AT)


def test_under_a_mark_the_counters_stay_right() -> None:
    _, now = reviewed()
    mark_not_applicable(now.lead, now.return_id, "1", "No staff", at=AT)
    assert counted(now) == recount(now) == 2
    confirm_answer(now.lead, now.return_id, "1.1", version=0, at=AT)
    assert counted(now) == recount(now) == 2
    unmark_not_applicable(now.lead, now.return_id, "1", at=AT)
    assert counted(now) == recount(now) == 1


def test_sign_off_refuses_what_is_not_confirmed_by_name() -> None:
    _, now = reviewed()
    confirm(now, "1.1", "1.2", "2.1")
    with pytest.raises(Refused) as told:
        ask(now)
    assert list(told.value.problems) == ["2.2"]
    confirm(now)
    ask(now)
    with pytest.raises(Refused, match="not open"):
        confirm_answer(now.lead, now.return_id, "2.2", version=1, at=AT)


def test_who_may_and_what_is_not_there() -> None:
    _, now = reviewed()
    assert let_in(people_around(now), lambda who: confirm_answer(who, now.return_id, "1.1", version=0, at=AT)) == WRITERS
    for return_id, ref in ((now.return_id, "9.9"), (4711, "1.1")):
        with pytest.raises(Absent):
            confirm_answer(now.lead, return_id, ref, version=0, at=AT)


@pytest.mark.django_db(transaction=True)
def test_of_those_who_confirm_and_those_who_change_one_wins_and_the_others_are_told() -> None:
    _, now = reviewed(edition=make_answering_edition(tool="raced"))
    leads = more_leads(now, 6)
    text = AnswerText(level="partial", comment="Changed")
    acts = [
        *(partial(confirm_answer, who, now.return_id, "1.1", version=0, at=AT) for who in leads[:3]),
        *(partial(save_answer, who, now.return_id, "1.1", text, version=0, at=AT) for who in leads[3:]),
    ]
    ends = race(acts)
    assert failures(ends, Conflict) == []
    assert sum(isinstance(end, SavedAnswer) and end.changed for end in ends) == 1
    answer = answer_of(now, "1.1")
    assert (answer.carried, answer.version) == (False, 1)
    confirmed = answer.level is not None and answer.level.key == "met"
    assert len(events("confirmed-answer")) == int(confirmed)
    assert counted(now) == recount(now) == 1
    assert Invitation.objects.get(pk=now.invitation.pk).asked == 4
