"""Panels that a viewer may act on, held still until the transaction ends. For operations."""

from section11.challenge.models import Panel, PanelSlot, PanelTelling
from section11.challenge.rules.timetable import Taken
from section11.challenge.rules.transitions import states_before
from section11.challenge.vocabulary import PANEL_STATE_WORDS, PanelState
from section11.cycles.rules.standing import who_words
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer

MAY_SIT = (Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER)


def locked_panel(viewer: Viewer, panel_id: int, verb: str) -> Panel:
    """A panel of the viewer's partnership, if that may be done with it now; `Absent` or `Refused` otherwise."""
    panel = (
        Panel.objects.select_for_update(of=("self",), no_key=True)
        .filter(pk=panel_id, cycle__partnership=viewer.partnership)
        .select_related("cycle__partnership")
        .first()
    )
    if panel is None:
        raise Absent
    if panel.state not in states_before("panel", verb):
        raise Refused(f"This panel is {PANEL_STATE_WORDS[PanelState(panel.state)].lower()}, so this can no longer be done")
    return panel


def officers_panel(viewer: Viewer, panel_id: int, verb: str) -> Panel:
    """The same, for the partnership's officers only."""
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    return locked_panel(viewer, panel_id, verb)


def slot_of(panel: Panel, slot_id: int) -> PanelSlot:
    """One time of a panel; `Absent` when it is another's."""
    slot = (
        PanelSlot.objects.filter(pk=slot_id, panel=panel)
        .select_related("invitation__participation", "invitation__cycle", "invitation__unit")
        .first()
    )
    if slot is None:
        raise Absent
    return slot


def taken_times(panel: Panel, but: int = 0) -> list[Taken]:
    """The times that others have at a panel already."""
    rows = (
        panel.slots.exclude(pk=but)
        .order_by("starts")
        .values_list("invitation__participation__name", "invitation__unit__name", "starts", "minutes")
    )
    return [Taken(who_words(name, unit), starts, minutes) for name, unit, starts, minutes in rows]


def may_sit(partnership_id: int) -> dict[int, str]:
    """Who may sit on a panel: the officers, reviewers and the scrutineer there now, by person, with their names."""
    rows = Membership.objects.filter(partnership=partnership_id, role__in=MAY_SIT, ended_at__isnull=True, person__is_active=True)
    return dict(rows.order_by("person__name", "person_id").values_list("person_id", "person__name"))


def told_last(panel: Panel) -> dict[tuple[int | None, int | None], PanelTelling]:
    """The last thing that each return (invitation) and each member (person) was told of a panel."""
    return {(one.invitation_id, one.person_id): one for one in PanelTelling.objects.filter(panel=panel).order_by("pk")}
