"""Write the chasing ladder of a cycle."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.models import LadderStep
from section11.cycles.queries.own_cycle import officers_cycle
from section11.cycles.rules.ladder import Rung, in_order, ladder_problems
from section11.cycles.vocabulary import CycleState
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def write_ladder(viewer: Viewer, cycle_slug: str, *, rungs: Sequence[Rung], version: int, at: datetime) -> None:
    """Replace a cycle's chasing ladder, until it closes; its partnership's officers may. What was sent stays sent.

    Nothing is sent here: notices send each rung when its moment comes, and of those that are over only the latest.
    """
    cycle = officers_cycle(viewer, cycle_slug)
    if problems := ladder_problems(rungs):
        raise Refused(problems)
    with transaction.atomic():
        told = ", ".join(f"{rung.kind_words}, {rung.days_words.lower()}" for rung in in_order(rungs))
        cycle.change(version, {"ladder": told}, in_states=(CycleState.DRAFT, CycleState.OPEN))
        cycle.ladder.all().delete()
        LadderStep.objects.bulk_create(
            LadderStep(cycle=cycle, order=order, kind=rung.kind, days=rung.days, subject=rung.subject.strip(), body=_lines(rung.body))
            for order, rung in enumerate(in_order(rungs))
        )
        record_event(
            cycle.partnership.ref,
            verb="cycle-ladder-written",
            actor=viewer.person_ref,
            subject=cycle.ref,
            at=at,
            details={"rungs": [f"{rung.kind}:{rung.days}" for rung in in_order(rungs)]},
        )


def _lines(text: str) -> str:
    """With line ends as `\\n`, and one at the end; empty stays empty."""
    return "\n".join([*text.strip().splitlines(), ""]) if text.strip() else ""
