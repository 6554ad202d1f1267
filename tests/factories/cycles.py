"""Cycles and invitations, as the operations leave them."""

import itertools
from datetime import UTC, date, datetime
from typing import Any

from section11.cycles.models import Band, Cycle, Invitation, LadderStep
from section11.cycles.rules.bands import DEFAULT_BANDS, in_order
from section11.cycles.rules.default_emails import default_invitation, default_reminder
from section11.cycles.rules.invitation_wording import InvitationWording
from section11.cycles.rules.ladder import STARTER, Rung
from section11.cycles.vocabulary import CycleState, InvitationState, Progress
from section11.directory.models import Participation, Partnership, Unit
from section11.directory.vocabulary import PartnershipKind
from section11.standards.models import Edition
from section11.standards.vocabulary import Form
from tests.factories.directory import make_participation, make_partnership, whole_unit
from tests.factories.standards import make_edition

LONG_AGO = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
OPENS, DUE = date(2026, 9, 1), date(2027, 3, 31)
_number = itertools.count(1)


def make_cycle(
    partnership: Partnership | None = None, *, edition: Edition | None = None, state: CycleState = CycleState.OPEN, **fields: Any
) -> Cycle:
    """A cycle with dates, the usual bands and emails, on a small edition; open unless told otherwise."""
    partnership = partnership or make_partnership()
    number = next(_number)
    kind = PartnershipKind(partnership.kind)
    given = {
        "slug": f"audit-{number}",
        "title": f"Section 11 audit {number}",
        "edition": edition or make_edition(),
        "opens": OPENS,
        "due": DUE,
        "email_subject": default_invitation(kind).subject,
        "email_body": default_invitation(kind).body,
        "reminder_subject": default_reminder(kind).subject,
        "reminder_body": default_reminder(kind).body,
        "opened_at": None if state == CycleState.DRAFT else LONG_AGO,
        **fields,
    }
    cycle = Cycle.objects.create(partnership=partnership, state=state, **given)
    for order, (key, band) in enumerate(in_order(DEFAULT_BANDS)):
        Band.objects.create(cycle=cycle, order=order, key=key, label=band.label, at_least=band.at_least, follow_up=band.follow_up)
    return cycle


def make_draft(partnership: Partnership | None = None, **fields: Any) -> Cycle:
    """A cycle that is being set up, and ready to open."""
    return make_cycle(partnership, state=CycleState.DRAFT, **fields)


def make_ladder(cycle: Cycle, *rungs: Rung) -> None:
    """The usual chasing ladder, or these rungs."""
    for order, rung in enumerate(rungs or STARTER):
        LadderStep.objects.create(cycle=cycle, order=order, kind=rung.kind, days=rung.days, subject=rung.subject, body=rung.body)


def make_invitation(
    cycle: Cycle | None = None, *, participation: Participation | None = None, unit: Unit | None = None, **fields: Any
) -> Invitation:
    """An invitation of a unit (by default the whole of a new organisation); sent when its cycle is open."""
    cycle = cycle or make_cycle()
    participation = participation or make_participation(cycle.partnership)
    given = {
        "order": cycle.invitations.count(),
        "form": Form.FULL,
        "state": InvitationState.INVITED,
        "progress": Progress.NOT_OPENED,
        "sector": participation.sector,
        "invited_at": None if cycle.state == CycleState.DRAFT else LONG_AGO,
        **fields,
    }
    return Invitation.objects.create(cycle=cycle, participation=participation, unit=unit or whole_unit(participation.organisation), **given)


def invitation_wording(**fields: Any) -> InvitationWording:
    """A valid invitation of Oak Surgery as an officer would type it."""
    given = {
        "name": "Oak Surgery",
        "sector": "school",
        "duty_basis": ("contract",),
        "lead_name": "Ann Lead",
        "lead_email": "ann.lead@example.org",
        "form": "full",
        **fields,
    }
    return InvitationWording(**given)
