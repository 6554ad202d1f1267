"""Ask the senior person to approve a return."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.returns.models import SignOff
from section11.returns.operations.move_return import move_return
from section11.returns.queries.draft import draft
from section11.returns.queries.writing import check_open, head_for_lead
from section11.returns.rules.checking import what_to_do


def ask_sign_off(viewer: Viewer, return_id: int, membership_id: int, *, at: datetime) -> None:
    """Send a whole return to one of the unit's signatories: by its lead. Answers cannot change until it comes back.

    Refuses with every gap, keyed by statement, when something is missing, and with `signatory` when that is nobody's.
    """
    head = head_for_lead(viewer, return_id)
    check_open(head)
    signatory = (
        Membership.objects.filter(pk=membership_id, unit_id=head.unit_id, role=Role.SIGNATORY, ended_at__isnull=True)
        .select_related("person")
        .first()
    )
    nobody = {} if signatory else {"signatory": "Choose who signs this off, or add the person first"}
    with transaction.atomic():
        move_return(head, "ask_sign_off")  # first: from here on no save of an answer goes through
        problems = nobody | what_to_do(draft(viewer, head, with_evidence=False).missing)
        if problems or signatory is None:
            raise Refused(problems)
        SignOff.objects.create(
            unit_return_id=return_id,
            signatory=signatory.person,
            asked_at=at,
            asked_by=viewer.person_ref,
            asked_by_name=viewer.name,
        )
        record_event(
            head.stream,
            verb="asked-sign-off",
            actor=viewer.person_ref,
            subject=head.ref,
            at=at,
            details={"signatory": signatory.person.ref},
        )
