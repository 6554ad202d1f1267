"""Let an organisation that registered itself take part."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Membership, Participation, Registration, Unit
from section11.directory.operations.add_participation import add_participation
from section11.directory.operations.admit_member import admit_member
from section11.directory.queries.manageable import officers_partnership
from section11.directory.vocabulary import RegistrationState, Role
from section11.lib.errors import Absent, Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class LetIn:
    """The organisation's place, the unit that answers and its return lead's membership."""

    participation: Participation
    unit: Unit
    lead: Membership


def approve_registration(viewer: Viewer, registration_id: int, *, at: datetime) -> LetIn:
    """Approve a registration that waits: the organisation takes part and who asked becomes its return lead; officers may.

    Where an organisation of that name takes part already, the person becomes a lead of that one: the page says so first.
    """
    partnership_id = officers_partnership(viewer)
    with transaction.atomic():
        mine = Registration.objects.filter(pk=registration_id, partnership=partnership_id)
        registration = mine.select_for_update(of=("self",), no_key=True).select_related("sector").first()
        if registration is None:
            raise Absent
        taken = add_participation(
            viewer,
            name=registration.organisation_name,
            sector_key=registration.sector.key,
            duties=[registration.duty_basis],
            at=at,
        )
        lead = admit_member(
            viewer,
            role=Role.RETURN_LEAD,
            unit_id=taken.unit.pk,
            name=registration.lead_name,
            email=registration.lead_email,
            at=at,
        )
        decided = mine.filter(state=RegistrationState.WAITING).update(
            state=RegistrationState.APPROVED, decided_at=at, decided_by=viewer.person_ref, participation=taken.participation
        )
        if not decided:
            raise Refused("Somebody has decided about this registration already")
        record_event(
            ref("partnership", partnership_id),
            verb="registration-approved",
            actor=viewer.person_ref,
            subject=ref("registration", registration.pk),
            at=at,
            details={"participation": ref("participation", taken.participation.pk), "lead": ref("membership", lead.pk)},
        )
    return LetIn(participation=taken.participation, unit=taken.unit, lead=lead)
