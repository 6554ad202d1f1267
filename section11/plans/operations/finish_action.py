"""Mark an action done."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from section11.evidence.models import EvidenceItem
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from section11.plans.models import ActionEvidence
from section11.plans.operations.move_action import move_action
from section11.plans.operations.note_action import note_action
from section11.plans.queries.own_plan import writable_action
from section11.plans.rules.updates import DoneText, problems_of_done
from section11.plans.vocabulary import UpdateKind


def finish_action(viewer: Viewer, action_id: int, text: DoneText, *, evidence: Collection[int] = (), version: int, at: datetime) -> int:
    """Say that an open action is done, what was done and who was better off: by a return lead or contributor of its unit.

    `evidence`: pieces of the unit's evidence that show it; a partnership that follows the action may open them from then on.
    Gives the new version.
    """
    text = text.cleaned()
    action = writable_action(viewer, action_id)
    problems = problems_of_done(text)
    if problems:
        raise Refused(problems)
    wanted = set(evidence)
    if EvidenceItem.objects.filter(pk__in=wanted, unit_id=action.unit_id, removed_at__isnull=True).count() != len(wanted):
        raise Absent
    with transaction.atomic():
        made = move_action(
            viewer,
            action_id,
            "finish_action",
            version=version,
            typed={"what": text.what, "better_off": text.better_off},
            stands={"what": "what", "who": "who", "due": "due", "progress": "progress"},
            at=at,
            done_at=at,
            done_note=text.note,
        )
        ActionEvidence.objects.filter(action=action).exclude(item__in=wanted).delete()
        ActionEvidence.objects.bulk_create(
            [ActionEvidence(action=action, item_id=item, cited_at=at, cited_by_name=viewer.name) for item in sorted(wanted)],
            ignore_conflicts=True,
        )
        note_action(viewer, action_id, UpdateKind.DONE, verb="finished-action", text=text.note, details={"evidence": len(wanted)}, at=at)
    return made
