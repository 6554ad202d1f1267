"""Every move of a panel and of a letter from every state: the ones in the table are made, the others refused."""

from collections.abc import Callable

import pytest

from section11.challenge.models import Letter, Panel, PanelSlot
from section11.challenge.operations.add_slot import add_slot
from section11.challenge.operations.approve_letter import approve_letter
from section11.challenge.operations.cancel_panel import cancel_panel
from section11.challenge.operations.change_panel import change_panel
from section11.challenge.operations.change_slot import change_slot
from section11.challenge.operations.discard_letter import discard_letter
from section11.challenge.operations.edit_letter import edit_letter
from section11.challenge.operations.hold_panel import hold_panel
from section11.challenge.operations.record_outcome import record_outcome
from section11.challenge.operations.remove_slot import remove_slot
from section11.challenge.rules.panel_text import PanelText, SlotText
from section11.challenge.rules.transitions import GONE, MOVES, can, state_after
from section11.challenge.vocabulary import LetterState, PanelState
from section11.lib.errors import Refused
from tests.factories.panels import DAY, approved_letter, make_letter, panel_in, tell
from tests.factories.returns import AT, Opened, submitted_return

pytestmark = pytest.mark.django_db
Act = Callable[[Opened, Panel, PanelSlot], object]
TIME = SlotText(AT.time(), 30, "Who checks?")


def another(opened: Opened) -> int:
    """A return that came in besides."""
    return submitted_return(cycle=opened.cycle)[0].invitation.pk


PANEL_ACTS: dict[str, Act] = {
    "change_panel": lambda o, p, s: change_panel(o.officer, p.pk, PanelText("New", DAY), version=p.version, at=AT),
    "add_slot": lambda o, p, s: add_slot(o.officer, p.pk, another(o), SlotText(AT.time().replace(hour=15), 30), at=AT),
    "change_slot": lambda o, p, s: change_slot(o.officer, p.pk, s.pk, TIME, version=s.version, at=AT),
    "remove_slot": lambda o, p, s: remove_slot(o.officer, p.pk, s.pk, at=AT),
    "tell_panel": lambda o, p, s: tell(p, o.officer),
    "record_outcome": lambda o, p, s: record_outcome(o.officer, p.pk, s.pk, outcome="assured", note="", version=s.version, at=AT),
    "hold_panel": lambda o, p, s: hold_panel(o.officer, p.pk, absent={s.pk}, at=AT),
    "cancel_panel": lambda o, p, s: cancel_panel(o.officer, p.pk, at=AT),
}
LETTER_ACTS: dict[str, Callable[[Opened, Letter], object]] = {
    "edit_letter": lambda o, one: edit_letter(o.officer, one.pk, "New", version=one.version, at=AT),
    "discard_letter": lambda o, one: discard_letter(o.officer, one.pk, version=one.version, at=AT),
    "approve_letter": lambda o, one: approve_letter(o.officer, one.pk, version=one.version, at=AT),
}


def test_every_move_of_the_table_is_tried() -> None:
    assert set(PANEL_ACTS) == set(MOVES["panel"])
    assert set(LETTER_ACTS) == set(MOVES["letter"])


@pytest.mark.parametrize("state", list(PanelState))
@pytest.mark.parametrize("verb", list(PANEL_ACTS))
def test_a_panel_moves_as_the_table_says(verb: str, state: PanelState) -> None:
    opened, _ = submitted_return()
    panel = panel_in(state, opened)
    slot = PanelSlot.objects.get(panel=panel)
    before = (slot.outcome, slot.version)
    if can("panel", verb, state):
        PANEL_ACTS[verb](opened, panel, slot)
        assert Panel.objects.get(pk=panel.pk).state == state_after("panel", verb)
        return
    with pytest.raises(Refused):
        PANEL_ACTS[verb](opened, panel, slot)
    slot.refresh_from_db()
    assert (Panel.objects.get(pk=panel.pk).state, (slot.outcome, slot.version)) == (state, before)


@pytest.mark.parametrize("state", list(LetterState))
@pytest.mark.parametrize("verb", list(LETTER_ACTS))
def test_a_letter_moves_as_the_table_says(verb: str, state: LetterState) -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened) if state == LetterState.DRAFT else approved_letter(opened)
    if can("letter", verb, state):
        LETTER_ACTS[verb](opened, letter)
        states = list(Letter.objects.values_list("state", flat=True))
        assert states == ([] if state_after("letter", verb) == GONE else [state_after("letter", verb)])
        return
    with pytest.raises(Refused):
        LETTER_ACTS[verb](opened, letter)
    now = Letter.objects.get(pk=letter.pk)
    assert (now.state, now.body, now.content_hash) == (state, letter.body, letter.content_hash)
