"""Name a department, service or site that answers for itself."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Organisation, Unit
from section11.directory.queries.manageable import officers_partnership
from section11.directory.rules import name_problem, streams_of, tidy
from section11.lib.errors import Absent, Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.lib.words import free_slug, same_name, slug


def add_unit(viewer: Viewer, organisation_id: int, *, name: str, at: datetime) -> Unit:
    """Name a unit of an organisation, or find it there by name; officers of a partnership where it takes part may."""
    partnership_id = officers_partnership(viewer)
    name = tidy(name)
    problem = name_problem(name, whose="the unit's name")
    if problem:
        raise Refused({"unit": problem})
    with transaction.atomic():
        taking_part = Organisation.objects.filter(participations__partnership=partnership_id, pk=organisation_id)
        organisation = taking_part.select_for_update(of=("self",), no_key=True).first()
        if organisation is None:
            raise Absent
        units = list(organisation.units.exclude(slug=""))
        for unit in units:
            if same_name(unit.name) == same_name(name):
                return unit
        made = Unit.objects.create(organisation=organisation, slug=free_slug(slug(name), (unit.slug for unit in units)), name=name)
        for stream in streams_of(organisation_id=organisation.pk, partnership_id=partnership_id):
            record_event(
                stream,
                verb="unit-added",
                actor=viewer.person_ref,
                subject=ref("unit", made.pk),
                at=at,
                details={"organisation": organisation.ref},
            )
    return made
