"""The open actions with a date that a return lead keeps an eye on."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, F, OuterRef

from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from section11.plans.models import Action
from section11.plans.vocabulary import ActionState


@dataclass(frozen=True, slots=True)
class DatedAction:
    """An action and the day by which it will be done."""

    action_id: int
    what: str
    who: str
    unit_name: str
    organisation_slug: str
    due: date
    version: int
    updated_at: datetime


def dated_actions(viewer: Viewer) -> list[DatedAction]:
    """The open actions with a date of the units that the viewer leads in this organisation, by date."""
    led = Membership.objects.filter(
        unit_id=OuterRef("unit_id"), person_id=viewer.person_id, role=Role.RETURN_LEAD.value, ended_at__isnull=True
    )
    rows = Action.objects.filter(Exists(led), unit__organisation_id=viewer.organisation, state=ActionState.OPEN, due__isnull=False)
    told = rows.annotate(unit_name=F("unit__name"), slug=F("unit__organisation__slug")).order_by("due", "pk")
    return [
        DatedAction(pk, what, who, unit, slug, due, version, updated_at)
        for pk, what, who, unit, slug, due, version, updated_at in told.values_list(
            "pk", "what", "who", "unit_name", "slug", "due", "version", "updated_at"
        )
        if due
    ]
