"""Save the draft of a scrutineer's opinion on a cycle."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from section11.activity.operations.record_event import record_event
from section11.challenge.models import Opinion
from section11.challenge.operations.move_judgement import move_judgement
from section11.challenge.queries.opinions import own_draft, scrutineers_cycle
from section11.challenge.rules.judging import opinion_problems
from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def save_opinion(viewer: Viewer, cycle_slug: str, text: str, *, version: int, at: datetime) -> int:
    """Keep the scrutineer's own draft on a cycle, which nobody else reads or edits. Gives its new version.

    `version` is that of the draft they saw, 0 where there was none: the next one begins, with the next number.
    """
    text = clean_text(text)
    if problems := opinion_problems(text, is_given=False):
        raise Refused(problems)
    with transaction.atomic():
        cycle = scrutineers_cycle(viewer, cycle_slug)
        draft = own_draft(viewer, cycle.pk)
        if draft and draft.text == text:
            return draft.version
        if draft is None:
            if version:
                raise Refused("This opinion has been given, and never changes again. Open the page again to write a further one")
            _begin(viewer, cycle.pk, text, at)
        else:
            move_judgement("opinion", "save_opinion", draft.pk, version=version, typed={"text": text}, text=text, saved_at=at)
        record_event(f"partnership:{viewer.partnership}", verb="saved-opinion", actor=viewer.person_ref, subject=cycle.ref, at=at)
    return version + 1


def _begin(viewer: Viewer, cycle_id: int, text: str, at: datetime) -> None:
    last = Opinion.objects.filter(cycle=cycle_id, person=viewer.person_id).aggregate(last=Max("number"))["last"] or 0
    try:
        with transaction.atomic():
            Opinion.objects.create(
                cycle_id=cycle_id, person_id=viewer.person_id, number=last + 1, text=text, written_by_name=viewer.name, saved_at=at
            )
    except IntegrityError:  # begun in another window at this very moment
        stands = own_draft(viewer, cycle_id)
        raise Conflict(
            version=stands.version if stands else 0,
            mine={"text": text},
            theirs={"text": stands.text if stands else ""},
            by=viewer.name,
        ) from None
