import pytest

from section11.lib.errors import Absent, Conflict
from section11.returns.operations.carry_answers import carry_answers
from section11.returns.operations.confirm_narrative import confirm_narrative
from section11.returns.operations.save_narrative import save_narrative
from tests.factories.returns import (
    AT,
    Opened,
    answer_everything,
    more_leads,
    narrative_of,
    next_return,
    open_return,
    reviewed,
    sign_and_submit,
)
from tests.people import let_in
from tests.returns.around import WRITERS, events, people_around

pytestmark = pytest.mark.django_db


def carried() -> Opened:
    before = open_return()
    answer_everything(before)
    save_narrative(before.lead, before.return_id, "1", "how", "Our board has a lead", version=0, at=AT)
    sign_and_submit(before)
    now = next_return(before)
    carry_answers(now.lead, now.return_id, at=AT)
    return now


def test_it_stands_as_it_was_confirmed() -> None:
    now = carried()
    confirm_narrative(now.lead, now.return_id, "1", "how", version=1, at=AT)
    stands = narrative_of(now, "1")
    assert (stands.text, stands.carried, stands.version, stands.saved_by_name) == ("Our board has a lead", False, 2, now.lead.name)
    assert [event[3] for event in events("confirmed-narrative")] == [{"standard": "1", "prompt": "how"}]
    assert not confirm_narrative(now.lead, now.return_id, "1", "how", version=1, at=AT).changed


def test_a_text_that_somebody_changed_is_shown() -> None:
    now = carried()
    (other,) = more_leads(now, 1)
    save_narrative(other, now.return_id, "1", "how", "Two leads", version=1, at=AT)
    with pytest.raises(Conflict) as told:
        confirm_narrative(now.lead, now.return_id, "1", "how", version=1, at=AT)
    assert told.value.theirs == {"text": "Two leads"}


def test_who_may_and_what_is_not_there() -> None:
    now = carried()
    assert let_in(people_around(now), lambda who: confirm_narrative(who, now.return_id, "1", "how", version=1, at=AT)) == WRITERS
    with pytest.raises(Absent):
        confirm_narrative(now.lead, now.return_id, "1", "nothing", version=1, at=AT)


def test_the_reviews_own_narratives_are_the_leads() -> None:
    _, now = reviewed()
    people = people_around(now)
    assert let_in(people, lambda who: save_narrative(who, now.return_id, "review", "changed", "Much", version=0, at=AT)) == {"lead"}
    save_narrative(now.lead, now.return_id, "review", "changed", "Much", version=0, at=AT)
    with pytest.raises(Absent):
        save_narrative(now.lead, now.return_id, "review", "how", "No such prompt", version=0, at=AT)
