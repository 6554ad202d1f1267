"""Let a person in: a role in a unit or in a partnership."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Membership, Organisation, Partnership, Person, Unit
from section11.directory.queries.manageable import acts_as_officer, manageable_unit, officers_partnership
from section11.directory.rules import (
    NOT_YOURSELF,
    deputy_problem,
    person_problems,
    role_problem,
    streams_of,
    tidy,
    tidy_email,
    without_empty,
)
from section11.lib.errors import Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


def admit_member(
    viewer: Viewer,
    *,
    role: str,
    name: str,
    email: str,
    at: datetime,
    unit_id: int | None = None,
    job_title: str = "",
    is_deputy: bool = False,
) -> Membership:
    """Let a person into a unit (its return leads may, or an officer where it takes part) or a partnership (its officers may).

    With `unit_id` the role is one of a unit, without it one of the viewer's partnership. The person is found by their
    email address or made; somebody known keeps the name they have. Who already holds the role keeps the place they have.
    An officer lets others into a unit, never themselves. A return lead may be let in as a deputy: with the same powers, and
    written to when no other lead can be reached.
    """
    name, email, job_title = tidy(name), tidy_email(email), tidy(job_title)
    with transaction.atomic():
        unit: Unit | None = None
        partnership: Partnership | None = None
        organisation: Organisation | None = None
        if unit_id is not None:
            unit = manageable_unit(viewer, unit_id)
            organisation = unit.organisation
        else:
            partnership = Partnership.objects.get(pk=officers_partnership(viewer))
        problems = person_problems(name=name, email=email, job_title=job_title)
        problems |= without_empty({"role": role_problem(role, of_unit=unit is not None), "is_deputy": deputy_problem(role, is_deputy)})
        if problems:
            raise Refused(problems)
        person, _ = Person.objects.get_or_create(email=email, defaults={"name": name, "date_joined": at})
        if not person.is_active:
            raise Refused({"email": "This address belongs to a closed account. Enter another address"})
        membership, made = Membership.objects.get_or_create(
            person=person,
            role=role,
            unit=unit,
            partnership=partnership,
            ended_at=None,
            defaults={
                "started_at": at,
                "job_title": job_title,
                "is_deputy": is_deputy,
                "admitted_by_name": viewer.name,
                "admitted_for_id": viewer.partnership_id,
            },
        )
        if made and unit is not None and acts_as_officer(viewer) and person.pk == viewer.person_id:
            raise Refused({"email": NOT_YOURSELF})
        if made:
            told = {"person": person.ref, "role": role, "unit": unit_id, **({"deputy": True} if is_deputy else {})}
            for stream in streams_of(organisation_id=organisation.pk if organisation else None, partnership_id=viewer.partnership_id):
                record_event(
                    stream,
                    verb="member-admitted",
                    actor=viewer.person_ref,
                    subject=ref("membership", membership.pk),
                    at=at,
                    details=told,
                )
    return membership
