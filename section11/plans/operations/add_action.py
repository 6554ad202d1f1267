"""Add an action to a unit's improvement plan."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.clock import london_date
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from section11.plans.models import Action
from section11.plans.rules import ActionText, cleaned, problems_of


def add_action(viewer: Viewer, unit_id: int, text: ActionText, *, origin: str, statement_id: int | None = None, at: datetime) -> int:
    """Add what will be done, how, by whom and when: by a return lead or contributor of the unit. Gives the action's id.

    `origin` refers to what raised it (`return:12`). An action may be kept unfinished; sign-off asks for the rest.
    """
    membership = (
        Membership.objects.filter(
            unit_id=unit_id,
            unit__organisation_id=viewer.organisation,
            person_id=viewer.person_id,
            role__in=[Role.RETURN_LEAD, Role.CONTRIBUTOR],
            ended_at__isnull=True,
        )
        .order_by("pk")
        .first()
    )
    if membership is None:
        raise Absent
    text = cleaned(text)
    problems = problems_of(text, today=london_date(at))
    if problems:
        raise Refused(problems)
    with transaction.atomic():
        action = Action.objects.create(
            unit_id=unit_id,
            origin=origin,
            statement_id=statement_id,
            what=text.what,
            how=text.how,
            who=text.who,
            due=text.due,
            progress=text.progress,
            rag=text.rag,
            wants_help=text.wants_help,
            created_at=at,
            created_by=viewer.person_ref,
            updated_at=at,
            updated_by_name=viewer.name,
        )
        record_event(
            f"organisation:{viewer.organisation_id}",
            verb="added-action",
            actor=viewer.person_ref,
            subject=action.ref,
            at=at,
            details={"origin": origin, "due": text.due.isoformat() if text.due else None},
        )
    return action.pk
