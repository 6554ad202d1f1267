"""Panels with their times and members, outcomes, and letters."""

from collections.abc import Iterable
from datetime import date, datetime, time

from section11.challenge.models import Letter, Panel, PanelMember, PanelSlot
from section11.challenge.operations.add_slot import add_slot
from section11.challenge.operations.approve_letter import approve_letter
from section11.challenge.operations.draft_letter import draft_letter
from section11.challenge.operations.hold_panel import hold_panel
from section11.challenge.operations.keep_panel_pack import keep_panel_pack
from section11.challenge.operations.plan_panel import plan_panel
from section11.challenge.operations.record_outcome import record_outcome
from section11.challenge.operations.tell_panel import tell_panel
from section11.challenge.queries.to_tell import mark_of, to_tell
from section11.challenge.rules.panel_text import PanelText, SlotText
from section11.challenge.vocabulary import PanelState, SlotOutcome
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from tests.factories.directory import make_membership, make_viewer
from tests.factories.returns import AT, Opened

DAY = date(2026, 10, 5)  # AT is 10:00 on that day in London


def make_panel(opened: Opened, *members: Viewer, held_on: date = DAY, title: str = "Panel of the schools", at: datetime = AT) -> Panel:
    """A planned panel of the return's cycle, with these members and no times yet."""
    text = PanelText(title, held_on, "Room 1, Town Hall", frozenset(one.person_id for one in members))
    return Panel.objects.get(pk=plan_panel(opened.officer, opened.cycle.slug, text, at=at))


def make_slot(panel: Panel, opened: Opened, starts: time = time(9, 30), minutes: int = 45, **more: object) -> PanelSlot:
    """A time of that return at a panel."""
    text = SlotText(starts, minutes, str(more.get("enquiry", "How do you know?")), bool(more.get("shows_enquiry", False)))
    return PanelSlot.objects.get(pk=add_slot(opened.officer, panel.pk, opened.invitation.pk, text, at=AT))


def make_timetable(panel: Panel, returns: Iterable[Opened]) -> list[PanelSlot]:
    """A time for each of them, one after the other from nine."""
    return [make_slot(panel, one, time(9 + place // 2, 30 * (place % 2)), 30) for place, one in enumerate(returns)]


def panel_reviewer(opened: Opened) -> Viewer:
    """A reviewer of the return's partnership, who may be made a member of a panel."""
    return make_viewer(Role.REVIEWER, of=opened.cycle.partnership)


def belongs(viewer: Viewer, opened: Opened) -> Membership:
    """Let somebody work in the organisation of a return: they are conflicted from then on."""
    held = Membership.objects.get(person=viewer.person_id, partnership=opened.cycle.partnership_id, ended_at__isnull=True)
    held.home_organisation = opened.unit.organisation
    held.save()
    return held


def works_there(viewer: Viewer, opened: Opened) -> None:
    """The same by a role in the organisation's unit."""
    held = Membership.objects.get(person=viewer.person_id, partnership=opened.cycle.partnership_id, ended_at__isnull=True)
    make_membership(held.person, Role.CONTRIBUTOR, of=opened.unit)


def enter(slot: PanelSlot, by: Viewer, outcome: str = SlotOutcome.ASSURED_WITH_ACTIONS, note: str = "", *, at: datetime = AT) -> None:
    """The outcome of a time as it stands."""
    slot.refresh_from_db()
    record_outcome(by, slot.panel_id, slot.pk, outcome=outcome, note=note, version=slot.version, at=at)


def tell(panel: Panel, by: Viewer, *, at: datetime = AT) -> int:
    """Tell everybody who does not know how a panel stands."""
    panel.refresh_from_db()
    return tell_panel(by, panel.pk, mark=mark_of(to_tell(panel)), at=at)


def held_panel(opened: Opened, outcome: str = SlotOutcome.ASSURED_WITH_ACTIONS, note: str = "", *, at: datetime = AT) -> PanelSlot:
    """A panel that was held with this return only, and its time there."""
    panel = make_panel(opened)
    slot = make_slot(panel, opened)
    enter(slot, opened.officer, outcome, note, at=at)
    hold_panel(opened.officer, panel.pk, at=at)
    return slot


def panel_in(state: PanelState, opened: Opened) -> Panel:
    """A panel that came to this state, with the return's time."""
    if state == PanelState.HELD:
        return held_panel(opened).panel
    panel = make_panel(opened)
    make_slot(panel, opened)
    if state == PanelState.CANCELLED:
        Panel.objects.filter(pk=panel.pk).update(state=PanelState.CANCELLED)
    return panel


def make_letter(opened: Opened, *, at: datetime = AT) -> Letter:
    """The draft of a letter about the return's latest submission."""
    return Letter.objects.get(pk=draft_letter(opened.officer, opened.cycle.slug, opened.invitation.pk, at=at))


def approved_letter(opened: Opened, *, at: datetime = AT) -> Letter:
    """A letter that was drafted and approved."""
    letter = make_letter(opened, at=at)
    approve_letter(opened.officer, letter.pk, version=letter.version, at=at)
    letter.refresh_from_db()
    return letter


def panel_parts(opened: Opened) -> dict[str, int]:
    """The parts of addresses that lead to a panel, a time, a pack and letters about a submitted return."""
    letter, draft = approved_letter(opened), make_letter(opened)
    panel = make_panel(opened, opened.officer)
    slot = make_slot(panel, opened, shows_enquiry=True)
    tell(panel, opened.officer)
    pack = keep_panel_pack(opened.officer, panel.pk, [slot.pk], b"%PDF-1.7", at=AT)
    return {"panel": panel.pk, "slot": slot.pk, "pack": pack, "letter": letter.pk, "draft": draft.pk}


def seat(panel_id: int, person_id: int) -> None:
    """Let somebody sit on a panel."""
    PanelMember.objects.create(panel_id=panel_id, person_id=person_id)
