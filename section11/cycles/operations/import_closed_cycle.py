"""Bring in a cycle that was run before, from a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.models import Band, Cycle, Invitation
from section11.cycles.vocabulary import CycleState, Progress
from section11.directory.models import Partnership
from section11.directory.vocabulary import Role
from section11.lib.clock import LONDON
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class BroughtBand:
    """A band as the file has it."""

    key: str
    label: str
    at_least: Decimal
    follow_up: bool
    extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BroughtInvitation:
    """A unit that was asked, and what the register shows of its return. `submitted_at` and `_by` are its latest submission's."""

    participation_id: int
    unit_id: int
    sector_key: str
    form: str
    state: str
    due: date | None
    asked: int
    answered: int
    submissions: int
    submitted_at: datetime | None
    submitted_by: str
    extra: Mapping[str, Any]
    organisation_extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BroughtCycle:
    """A cycle as the file has it. Editions are those that the partnership may use."""

    slug: str
    title: str
    edition_id: int
    local_edition_id: int | None
    opens: date | None
    due: date | None
    rolling: bool
    bands: Sequence[BroughtBand]
    invitations: Sequence[BroughtInvitation]
    extra: Mapping[str, Any] = field(default_factory=dict)
    file_extra: Mapping[str, Any] = field(default_factory=dict)


def import_closed_cycle(viewer: Viewer, brought: BroughtCycle, *, at: datetime) -> tuple[int, list[int]]:
    """Keep the cycle of a checked file, closed, with its invitations; its partnership's officers may, and the product itself.

    A cycle of that slug already there is refused. Gives the ids of the cycle and of its invitations, in their order.
    """
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    with transaction.atomic():
        partnership = Partnership.objects.get(pk=viewer.partnership_id)
        opened_at = datetime.combine(brought.opens, datetime.min.time(), tzinfo=LONDON) if brought.opens else at
        try:
            with transaction.atomic():
                cycle = Cycle.objects.create(
                    partnership=partnership,
                    slug=brought.slug,
                    title=brought.title,
                    edition_id=brought.edition_id,
                    local_edition_id=brought.local_edition_id,
                    state=CycleState.CLOSED,
                    opens=brought.opens,
                    due=brought.due,
                    rolling=brought.rolling,
                    opened_at=opened_at,
                    closed_at=at,
                    extra=dict(brought.extra),
                    file_extra=dict(brought.file_extra),
                )
        except IntegrityError:
            raise Refused({"cycle.slug": f"{partnership.slug} has a cycle {brought.slug} already"}) from None
        Band.objects.bulk_create(
            Band(
                cycle=cycle,
                order=order,
                key=band.key,
                label=band.label,
                at_least=band.at_least,
                follow_up=band.follow_up,
                extra=dict(band.extra),
            )
            for order, band in enumerate(brought.bands)
        )
        sectors = dict(partnership.sectors.values_list("key", "pk"))
        invitations = Invitation.objects.bulk_create(
            _invitation(cycle, invitation, sectors[invitation.sector_key], order, opened_at)
            for order, invitation in enumerate(brought.invitations)
        )
        record_event(
            partnership.ref,
            verb="cycle-brought-in",
            actor=viewer.person_ref,
            subject=cycle.ref,
            at=at,
            details={"invitations": len(invitations)},
        )
    return cycle.pk, [invitation.pk for invitation in invitations]


def _invitation(cycle: Cycle, brought: BroughtInvitation, sector_id: int, order: int, invited_at: datetime) -> Invitation:
    return Invitation(
        cycle=cycle,
        participation_id=brought.participation_id,
        unit_id=brought.unit_id,
        sector_id=sector_id,
        order=order,
        form=brought.form,
        state=brought.state,
        due=brought.due,
        invited_at=invited_at,
        progress=Progress.SUBMITTED if brought.submissions else Progress.NOT_OPENED,
        asked=brought.asked,
        answered=brought.answered,
        submissions=brought.submissions,
        submitted_at=brought.submitted_at,
        submitted_by=brought.submitted_by,
        last_saved_at=brought.submitted_at,
        extra=dict(brought.extra),
        organisation_extra=dict(brought.organisation_extra),
    )
