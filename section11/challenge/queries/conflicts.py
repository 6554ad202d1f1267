"""Who belongs to the organisation whose return it is: they never challenge, agree, grade or rate it."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from section11.cycles.models import Invitation
from section11.directory.models import Membership
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer


def belongs_to(person_id: int, organisation: OuterRef) -> Exists:
    """Whether a person works in an organisation, declared it as home in any partnership, or has a role in any of its units."""
    there = Q(home_organisation_id=organisation) | Q(unit__organisation_id=organisation)
    return Exists(Membership.objects.filter(there, person_id=person_id, ended_at__isnull=True))


def conflicted_people(invitation_id: int) -> QuerySet[Membership, int]:
    """The ids of everybody who belongs to the organisation of an invitation."""
    organisations = Invitation.objects.filter(pk=invitation_id).values("participation__organisation")
    there = Q(home_organisation_id__in=organisations) | Q(unit__organisation_id__in=organisations)
    return Membership.objects.filter(there, ended_at__isnull=True).values_list("person_id", flat=True)


def is_conflicted(viewer: Viewer, invitation_id: int) -> bool:
    """Whether the viewer belongs to the organisation of an invitation of their partnership; `Absent` when it has none such."""
    return bool(_conflict(viewer, invitation_id))


def refuse_conflicted(viewer: Viewer, invitation_id: int) -> None:
    """Refuse what a colleague must do; `Absent` when the viewer's partnership has no such invitation."""
    organisation = _conflict(viewer, invitation_id)
    if organisation:
        raise Refused(must_be_a_colleague(organisation))


def must_be_a_colleague(organisation: str) -> str:
    """What to say to somebody who belongs to that organisation."""
    return f"You belong to {organisation}, so a colleague must do this"


def _conflict(viewer: Viewer, invitation_id: int) -> str:
    row = (
        Invitation.objects.filter(pk=invitation_id, cycle__partnership=viewer.partnership)
        .annotate(conflicted=belongs_to(viewer.person_id, OuterRef("participation__organisation")), name=F("participation__name"))
        .values_list("conflicted", "name")
        .first()
    )
    if row is None:
        raise Absent
    return row[1] if row[0] else ""
