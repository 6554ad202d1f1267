"""Add an action to a unit's improvement plan."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.models import Invitation
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.clock import london_date
from section11.lib.errors import Absent, Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.plans.models import Action
from section11.plans.operations.share_actions import share_actions
from section11.plans.rules import ActionText, cleaned, problems_of


def add_action(
    viewer: Viewer,
    unit_id: int,
    text: ActionText,
    *,
    origin: str,
    statement_id: int | None = None,
    only_for: int | None = None,
    at: datetime,
) -> int:
    """Add what will be done, how, by whom and when: by a return lead or contributor of the unit. Gives the action's id.

    `origin` refers to what raised it (`return:12`). An action may be kept unfinished; sign-off asks for the rest. `only_for`: the
    invitation whose partnership raised it by a challenge or a recommendation; it follows the action at once, and no other does.
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
    asker = None
    if only_for is not None:
        asker = Invitation.objects.select_related("cycle").filter(pk=only_for, unit_id=unit_id).first()
        if asker is None:
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
            only_for=asker,
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
        streams = [ref("organisation", viewer.organisation)]
        if asker is not None:
            share_actions([action.pk], asker.pk, at=at)
            streams.append(ref("partnership", asker.cycle.partnership_id))
        for stream in streams:
            record_event(
                stream,
                verb="added-action",
                actor=viewer.person_ref,
                subject=action.ref,
                at=at,
                details={"origin": origin, "due": text.due.isoformat() if text.due else None},
            )
    return action.pk
