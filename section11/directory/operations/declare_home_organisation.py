"""Say which organisation an officer or reviewer works in."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Membership, Organisation, Participation
from section11.directory.queries.manageable import manageable_membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


def declare_home_organisation(viewer: Viewer, membership_id: int, *, participation: str, at: datetime) -> None:
    """Declare the organisation an officer or reviewer works in (none: empty), so that they judge nothing there; officers may.

    `participation` is the slug of an organisation that takes part in the partnership.
    """
    with transaction.atomic():
        membership = manageable_membership(viewer, membership_id)
        if membership.partnership_id is None:
            raise Absent
        if membership.role not in (Role.OFFICER, Role.REVIEWER):
            raise Refused("Only officers and reviewers declare a home organisation")
        home: Organisation | None = None
        if participation:
            found = Participation.objects.filter(partnership=viewer.partnership_id, slug=participation).select_related("organisation")
            place = found.first()
            if place is None:
                raise Refused({"participation": "Choose an organisation from the list"})
            home = place.organisation
        before = membership.home_organisation_id
        if before == (home.pk if home else None):
            return
        Membership.objects.filter(pk=membership.pk).update(home_organisation=home)
        record_event(
            ref("partnership", viewer.partnership_id),
            verb="home-organisation-declared",
            actor=viewer.person_ref,
            subject=ref("membership", membership.pk),
            at=at,
            details={
                "person": membership.person.ref,
                "from": ref("organisation", before) if before else None,
                "to": home.ref if home else None,
            },
        )
