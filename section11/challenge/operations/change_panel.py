"""Change a planned panel."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_event import record_event
from section11.challenge.models import Panel, PanelMember
from section11.challenge.queries.own_panel import may_sit, officers_panel, taken_times
from section11.challenge.rules.panel_text import PanelText, panel_problems
from section11.challenge.rules.timetable import clock_words, is_shown
from section11.challenge.rules.transitions import states_before
from section11.lib.dates import day_words
from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer


def change_panel(viewer: Viewer, panel_id: int, text: PanelText, *, version: int, at: datetime) -> None:
    """Give a planned panel another title, day, place or members: the partnership's officers may. Its times stay.

    Those who were told already are told again only when an officer asks for it. Whoever left meanwhile may stay a member.
    """
    with transaction.atomic():
        panel = officers_panel(viewer, panel_id, "change_panel")
        sitting = set(PanelMember.objects.filter(panel=panel).values_list("person_id", flat=True))
        problems = panel_problems(text, {*may_sit(panel.cycle.partnership_id), *sitting})
        if text.held_on:
            problems |= _day_problem(panel, text.held_on)
        if problems:
            raise Refused(problems)
        kept = {"title": text.title, "held_on": text.held_on, "where": text.where}
        wanted = Panel.objects.filter(pk=panel.pk, version=version, state__in=states_before("panel", "change_panel"))
        if not wanted.update(version=F("version") + 1, **kept):
            theirs = {"title": panel.title, "held_on": day_words(panel.held_on), "where": panel.where}
            mine = {"title": text.title, "held_on": day_words(text.held_on or panel.held_on), "where": text.where}
            raise Conflict(version=panel.version, mine=mine, theirs=theirs, by="a colleague")
        PanelMember.objects.filter(panel=panel).exclude(person__in=text.members).delete()
        PanelMember.objects.bulk_create([PanelMember(panel=panel, person_id=one) for one in sorted(text.members - sitting)])
        record_event(
            panel.cycle.partnership.ref,
            verb="changed-panel",
            actor=viewer.person_ref,
            subject=panel.ref,
            at=at,
            details={"from_day": str(panel.held_on), "held_on": str(text.held_on), "members": len(text.members)},
        )


def _day_problem(panel: Panel, day: date) -> dict[str, str]:
    gone = [one for one in taken_times(panel) if not is_shown(day, one.starts)]
    if not gone:
        return {}
    words = f"The clocks go forward on that day, so there is no {clock_words(gone[0].starts)} for {gone[0].who}. Move that time first"
    return {"held_on": words}
