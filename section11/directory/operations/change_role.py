"""Give a colleague another role in the partnership."""

from datetime import datetime

from django.db import transaction

from section11.directory.models import Membership
from section11.directory.operations.admit_member import admit_member
from section11.directory.operations.end_membership import end_membership
from section11.directory.queries.manageable import manageable_membership
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer


def change_role(viewer: Viewer, membership_id: int, *, role: str, at: datetime) -> Membership:
    """Change what a colleague may do in the partnership; its officers may. Never the last officer's.

    The old role ends and the new one starts in one step; a declared home organisation goes with it.
    """
    with transaction.atomic():
        old = manageable_membership(viewer, membership_id)
        if old.partnership_id is None:
            raise Absent
        if role == old.role:
            raise Refused({"role": "Choose another role. This is the one they have"})
        new = admit_member(viewer, role=role, name=old.person.name, email=old.person.email, job_title=old.job_title, at=at)
        end_membership(viewer, old.pk, at=at)
        if old.home_organisation_id is not None:
            Membership.objects.filter(pk=new.pk).update(home_organisation=old.home_organisation_id)
    return new
