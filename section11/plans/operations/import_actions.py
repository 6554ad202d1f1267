"""Let the actions of an audit that came in from a file live on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from section11.cycles.models import Invitation
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.plans.models import Action, ActionShare
from section11.plans.rules import ActionText

BATCH = 1000


@dataclass(frozen=True, slots=True)
class BroughtAction:
    """An action as the file has it: to which invitation it was told, what raised it, who told it, and when."""

    invitation_id: int
    origin: str
    statement_id: int | None
    text: ActionText
    told_by: str
    told_at: datetime


def import_actions(viewer: Viewer, brought: Sequence[BroughtAction], *, at: datetime) -> list[int]:
    """Put actions that came in with submissions into the plans of their units, followed from now on by the partnership.

    Its officers may, and the product itself. Gives the actions' ids, in order. They are open, whatever the file says of them.
    """
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    asked = {one.invitation_id for one in brought}
    mine = Invitation.objects.filter(cycle__partnership=viewer.partnership_id, pk__in=asked)
    units = dict(mine.values_list("pk", "unit_id"))
    if asked - set(units):
        raise Absent
    with transaction.atomic():
        made = Action.objects.bulk_create(
            (
                Action(
                    unit_id=units[one.invitation_id],
                    origin=one.origin,
                    statement_id=one.statement_id,
                    what=one.text.what,
                    how=one.text.how,
                    who=one.text.who,
                    due=one.text.due,
                    progress=one.text.progress,
                    rag=one.text.rag,
                    wants_help=one.text.wants_help,
                    created_at=at,
                    created_by=viewer.person_ref,
                    updated_at=one.told_at,
                    updated_by_name=one.told_by[:200],
                )
                for one in brought
            ),
            BATCH,
        )
        ActionShare.objects.bulk_create(
            (ActionShare(action=row, invitation_id=one.invitation_id, shared_at=at) for row, one in zip(made, brought, strict=True)), BATCH
        )
    return [row.pk for row in made]
