"""Open a cycle."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.models import Cycle, Invitation
from section11.cycles.queries.own_cycle import locked_cycle
from section11.cycles.queries.readiness import invited_forms, what_is_missing
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.standards.models import Edition, Statement
from section11.standards.operations.publish_edition import publish_edition
from section11.standards.rules.supplement import local_statement, supplement_document


def open_cycle(viewer: Viewer, cycle_slug: str, *, version: int, at: datetime) -> None:
    """Open a draft cycle as it stood at `version`: its edition, bands and local statements freeze. Its officers may.

    Invitations count as sent from this moment; notices write to people, and returns are made for them, after it is committed.
    """
    with transaction.atomic():
        cycle = locked_cycle(viewer, cycle_slug)
        if cycle.state != CycleState.DRAFT:
            raise Refused("This audit has been opened already")
        if missing := what_is_missing(cycle, at, invited_forms(cycle)):
            raise Refused(missing)
        cycle.change(version, {}, state=CycleState.OPEN, opened_at=at, local_edition=_publish_local_statements(viewer, cycle, at))
        sent = Invitation.objects.filter(cycle=cycle, state=InvitationState.INVITED, invited_at=None).update(invited_at=at)
        record_event(
            cycle.partnership.ref,
            verb="cycle-opened",
            actor=viewer.person_ref,
            subject=cycle.ref,
            at=at,
            details={"invitations": sent, "edition": cycle.edition.reference if cycle.edition else ""},
        )


def _publish_local_statements(viewer: Viewer, cycle: Cycle, at: datetime) -> Edition | None:
    """The cycle's own statements as a supplement of its edition; none where it has none."""
    written = list(cycle.local_statements.all())
    if not written:
        return None
    keys = set(Statement.objects.filter(standard__edition=cycle.edition).values_list("key", flat=True))
    parts = []
    for number, statement in enumerate(written, 1):
        part = local_statement(
            number,
            text=statement.text,
            guidance=statement.guidance,
            light=statement.light,
            must_meet=statement.must_meet,
            taken_keys=keys,
        )
        keys.add(part["key"])
        parts.append(part)
    document = supplement_document(cycle.slug, parts)
    return publish_edition(viewer, document, partnership_id=viewer.partnership_id, at=at, supplements=cycle.edition_id)
