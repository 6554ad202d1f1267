"""Give a scrutineer's opinion on a cycle."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.operations.move_judgement import move_judgement
from section11.challenge.queries.opinions import own_draft, scrutineers_cycle
from section11.challenge.rules.judging import opinion_problems
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer


def give_opinion(viewer: Viewer, cycle_slug: str, *, version: int, at: datetime) -> int:
    """Give the scrutineer's draft on a cycle, as they saw it, to everybody in the partnership: it never changes again.

    Gives its number.
    """
    with transaction.atomic():
        cycle = scrutineers_cycle(viewer, cycle_slug)
        draft = own_draft(viewer, cycle.pk)
        if draft is None:
            raise Absent
        if problems := opinion_problems(draft.text, is_given=True):
            raise Refused(problems)
        move_judgement(
            "opinion", "give_opinion", draft.pk, version=version, typed={"text": draft.text}, given_at=at, written_by_name=viewer.name
        )
        record_event(
            f"partnership:{viewer.partnership}",
            verb="gave-opinion",
            actor=viewer.person_ref,
            subject=draft.ref,
            at=at,
            details={"cycle": cycle.ref, "number": draft.number},
        )
    return draft.number
