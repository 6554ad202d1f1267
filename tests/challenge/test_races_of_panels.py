"""Two at the same moment: over an outcome, a timetable, a letter. One wins, the other sees both texts or is told."""

from datetime import time
from functools import partial

import pytest

from section11.challenge.models import Letter, Panel, PanelSlot, PanelTelling, Recommendation
from section11.challenge.operations.add_slot import add_slot
from section11.challenge.operations.approve_letter import approve_letter
from section11.challenge.operations.discard_letter import discard_letter
from section11.challenge.operations.draft_letter import draft_letter
from section11.challenge.operations.edit_letter import edit_letter
from section11.challenge.operations.hold_panel import hold_panel
from section11.challenge.operations.note_letter_opened import note_letter_opened
from section11.challenge.operations.record_outcome import record_outcome
from section11.challenge.operations.tell_panel import tell_panel
from section11.challenge.queries.letters_of_return import letter_of_return
from section11.challenge.queries.to_tell import mark_of, to_tell
from section11.challenge.rules.panel_text import SlotText
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from tests.factories.directory import make_viewer
from tests.factories.judging import make_recommendation
from tests.factories.panels import approved_letter, make_letter, make_panel, make_slot, panel_reviewer
from tests.factories.returns import AT, Opened, submitted_return
from tests.racing import failures, race

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = range(4)


def officers(opened: Opened, count: int) -> list:
    return [make_viewer(Role.OFFICER, of=opened.cycle.partnership) for _ in range(count)]


def won(ends: list) -> list[int]:
    return [place for place, end in enumerate(ends) if not isinstance(end, Exception)]


@pytest.mark.parametrize("round_", TIMES)
def test_of_two_members_who_enter_an_outcome_at_once_one_sees_both(round_: int) -> None:
    opened, _ = submitted_return()
    members = [panel_reviewer(opened) for _ in range(3)]
    slot = make_slot(make_panel(opened, *members), opened)
    acts = [partial(record_outcome, m, slot.panel_id, slot.pk, outcome="assured", note=m.name, version=1, at=AT) for m in members]
    ends = race(acts)
    assert failures(ends, Conflict) == []
    [winner] = won(ends)
    slot.refresh_from_db()
    assert (slot.outcome_note, slot.version) == (members[winner].name, 2)
    for place, end in enumerate(ends):
        if isinstance(end, Conflict):
            assert (end.mine["note"], end.theirs["note"]) == (members[place].name, members[winner].name)


@pytest.mark.parametrize("round_", TIMES)
def test_no_outcome_changes_after_the_panel_was_closed(round_: int) -> None:
    opened, _ = submitted_return()
    slot = make_slot(make_panel(opened), opened)
    enter = partial(record_outcome, opened.officer, slot.panel_id, slot.pk, outcome="assured", note="", version=1, at=AT)
    close = partial(hold_panel, opened.officer, slot.panel_id, absent={slot.pk}, at=AT)
    ends = race([enter, close] if round_ % 2 else [close, enter])
    assert failures(ends, Refused) == []
    slot.refresh_from_db()
    assert Panel.objects.get().state == "held"
    assert slot.outcome == ("assured" if len(won(ends)) == 2 else "did-not-attend")


@pytest.mark.parametrize("round_", TIMES)
def test_two_officers_never_fill_the_same_time(round_: int) -> None:
    opened, _ = submitted_return()
    returns = [opened, *(submitted_return(cycle=opened.cycle)[0] for _ in range(2))]
    panel = make_panel(opened)
    people = officers(opened, 3)
    text = SlotText(time(9, 30), 45)
    ends = race([partial(add_slot, p, panel.pk, r.invitation.pk, text, at=AT) for p, r in zip(people, returns, strict=True)])
    assert failures(ends, Refused) == []
    assert len(won(ends)) == PanelSlot.objects.count() == 1


def test_people_are_told_once_however_often_the_button_is_pressed() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened, panel_reviewer(opened))
    make_slot(panel, opened)
    mark = mark_of(to_tell(panel))
    ends = race([partial(tell_panel, p, panel.pk, mark=mark, at=AT) for p in officers(opened, 4)])
    assert failures(ends, Refused) == []
    assert len(won(ends)) == 1
    assert PanelTelling.objects.count() == 2


@pytest.mark.parametrize("round_", TIMES)
def test_of_two_officers_who_edit_a_letter_at_once_one_sees_both(round_: int) -> None:
    opened, _ = submitted_return()
    letter, people = make_letter(opened), officers(opened, 3)
    ends = race([partial(edit_letter, p, letter.pk, f"By {p.name}", version=1, at=AT) for p in people])
    assert failures(ends, Conflict) == []
    [winner] = won(ends)
    letter.refresh_from_db()
    assert (letter.body, letter.version) == (f"By {people[winner].name}", 2)


@pytest.mark.parametrize("round_", TIMES)
def test_what_is_approved_is_what_was_read(round_: int) -> None:
    opened, reference = submitted_return()
    make_recommendation(opened, reference)
    letter = make_letter(opened)
    first, second, third = officers(opened, 3)
    acts = [
        partial(approve_letter, first, letter.pk, version=1, at=AT),
        partial(edit_letter, second, letter.pk, "Changed", version=1, at=AT),
        partial(discard_letter, third, letter.pk, version=1, at=AT),
    ]
    ends = race(acts[round_ % 3 :] + acts[: round_ % 3])
    assert failures(ends, Conflict, Refused, Absent) == []
    assert len(won(ends)) == 1
    for one in Letter.objects.all():
        assert (one.state, one.body == letter.body) in [("approved", True), ("draft", False)]
        assert (one.state == "approved") == (Recommendation.objects.get().state == "given")


def test_a_letter_is_drafted_once() -> None:
    opened, _ = submitted_return()
    people = officers(opened, 4)
    ends = race([partial(draft_letter, p, opened.cycle.slug, opened.invitation.pk, at=AT) for p in people])
    assert failures(ends) == []
    assert set(ends) == {Letter.objects.get().pk}


def test_a_letter_is_approved_once_and_first_opened_once_a_person() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    ends = race([partial(approve_letter, p, letter.pk, version=1, at=AT) for p in officers(opened, 4)])
    assert failures(ends, Refused) == []
    assert len(won(ends)) == 1
    seen = letter_of_return(opened.lead, opened.return_id, letter.pk)
    assert failures(race([partial(note_letter_opened, opened.lead, seen, at=AT) for _ in range(4)])) == []
    assert approved_letter(submitted_return()[0]).openings.count() == 0
    assert letter.openings.count() == 1
