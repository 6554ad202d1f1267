"""Plan a panel."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import Panel, PanelMember
from section11.challenge.queries.own_panel import may_sit
from section11.challenge.rules.panel_text import PanelText, panel_problems
from section11.cycles.queries.own_cycle import officers_cycle
from section11.cycles.vocabulary import CycleState
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def plan_panel(viewer: Viewer, cycle_slug: str, text: PanelText, *, at: datetime) -> int:
    """Set a day on which members meet organisations about their returns: the partnership's officers may. Gives its id.

    Members are officers, reviewers and the scrutineer. Nobody is told yet.
    """
    cycle = officers_cycle(viewer, cycle_slug)
    problems = panel_problems(text, may_sit(cycle.partnership_id))
    if cycle.state == CycleState.DRAFT:
        problems[""] = "This audit is not open yet. Plan a panel once returns can come in"
    if problems or text.held_on is None:
        raise Refused(problems)
    with transaction.atomic():
        made = Panel.objects.create(
            cycle=cycle, title=text.title, held_on=text.held_on, where=text.where, made_at=at, made_by_name=viewer.name
        )
        PanelMember.objects.bulk_create([PanelMember(panel=made, person_id=one) for one in sorted(text.members)])
        record_event(
            cycle.partnership.ref,
            verb="planned-panel",
            actor=viewer.person_ref,
            subject=made.ref,
            at=at,
            details={"cycle": cycle.ref, "held_on": str(text.held_on), "members": len(text.members)},
        )
    return made.pk
