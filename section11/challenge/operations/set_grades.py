"""Switch grading on for a cycle, with a scale of its own, or off."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import GradeLevel, StandardGrade
from section11.challenge.rules.judging import GRADES_FROZEN, keyed_grades, scale_problems
from section11.cycles.queries.own_cycle import officers_cycle
from section11.cycles.vocabulary import CycleState
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def set_grades(viewer: Viewer, cycle_slug: str, labels: Sequence[str], *, version: int, at: datetime) -> None:
    """Set the grades that standards of this cycle may get, best first, or none: then it is not graded. Its officers may.

    Frozen once a grade is given. `version` is the cycle's.
    """
    cycle = officers_cycle(viewer, cycle_slug)
    labels = [clean_text(label) for label in labels]
    if problems := scale_problems(labels):
        raise Refused(problems)
    grades = keyed_grades(labels)
    with transaction.atomic():
        cycle.change(version, {"grades": ", ".join(labels)}, in_states=tuple(CycleState))
        standing = list(GradeLevel.objects.select_for_update(no_key=True).filter(cycle=cycle).order_by("order"))  # nobody grades meanwhile
        if StandardGrade.objects.filter(grade__in=[one.pk for one in standing]).exists():
            raise Refused(GRADES_FROZEN)
        GradeLevel.objects.filter(cycle=cycle).delete()
        GradeLevel.objects.bulk_create(
            GradeLevel(cycle=cycle, order=order, key=key, label=label) for order, (key, label) in enumerate(grades)
        )
        record_event(
            cycle.partnership.ref,
            verb="set-grades",
            actor=viewer.person_ref,
            subject=cycle.ref,
            at=at,
            details={"grades": [key for key, _ in grades]},
        )
