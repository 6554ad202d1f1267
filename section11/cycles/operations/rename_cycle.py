"""Give a cycle another title."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.queries.own_cycle import officers_cycle
from section11.cycles.rules.titles import title_problem
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def rename_cycle(viewer: Viewer, cycle_slug: str, *, title: str, version: int, at: datetime) -> None:
    """Give a draft cycle another title; its partnership's officers may. Its address stays."""
    cycle = officers_cycle(viewer, cycle_slug)
    title = " ".join(title.split())
    if problem := title_problem(title):
        raise Refused({"title": problem})
    with transaction.atomic():
        cycle.change(version, {"title": title}, title=title)
        record_event(cycle.partnership.ref, verb="cycle-renamed", actor=viewer.person_ref, subject=cycle.ref, at=at)
