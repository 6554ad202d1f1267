"""Set when a cycle opens and when returns are due."""

from datetime import date, datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.queries.own_cycle import officers_cycle
from section11.cycles.rules.cycle_dates import date_problems
from section11.lib.clock import london_date
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def set_dates(viewer: Viewer, cycle_slug: str, *, opens: date | None, due: date | None, rolling: bool, version: int, at: datetime) -> None:
    """Set a draft cycle's opening and due dates, or make it a rolling one; its partnership's officers may."""
    cycle = officers_cycle(viewer, cycle_slug)
    if problems := date_problems(opens=opens, due=due, rolling=rolling, today=london_date(at)):
        raise Refused(problems)
    typed = {"opens": str(opens or ""), "due": str(due or ""), "rolling": str(rolling)}
    with transaction.atomic():
        cycle.change(version, typed, opens=opens, due=due, rolling=rolling)
        record_event(cycle.partnership.ref, verb="cycle-dates-set", actor=viewer.person_ref, subject=cycle.ref, at=at, details=typed)
