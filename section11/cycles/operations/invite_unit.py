"""Invite one unit to take part in a cycle."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from section11.activity.operations.record_event import record_event
from section11.cycles.models import Cycle, Invitation
from section11.cycles.queries.own_cycle import locked_cycle
from section11.cycles.rules.already import already_invited
from section11.cycles.rules.invitation_wording import NO_REVIEW_YET, InvitationWording, invitation_problems
from section11.cycles.rules.standing import who_words
from section11.cycles.vocabulary import CycleState
from section11.directory.models import Participation, Sector, Unit
from section11.directory.operations.add_participation import add_participation
from section11.directory.operations.admit_member import admit_member
from section11.directory.vocabulary import Role
from section11.lib.clock import london_date
from section11.lib.dates import day_words, is_past
from section11.lib.errors import Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.lib.words import same_name
from section11.standards.vocabulary import Form


def invite_unit(viewer: Viewer, cycle_slug: str, wording: InvitationWording, *, at: datetime) -> Invitation:
    """Invite a unit into a draft or open cycle, with its return lead and signatory let in; the partnership's officers may.

    An organisation is met by name within the partnership, or taken in. One that takes part keeps its sector and duties.
    """
    with transaction.atomic():
        cycle = locked_cycle(viewer, cycle_slug)
        known = (
            Participation.objects.filter(partnership=cycle.partnership, same_name=same_name(wording.name)).select_related("sector").first()
        )
        _check(cycle, wording, known, at)
        taken = add_participation(
            viewer,
            name=wording.name,
            sector_key=known.sector.key if known else wording.sector,
            duties=wording.duty_basis,
            contract=wording.contract,
            unit_name=wording.unit,
            at=at,
        )
        if not taken.made:
            _refuse_twice(cycle, taken.participation, taken.unit)
            _refuse_first_review(wording, taken.participation, taken.unit)
        elif wording.form == Form.REVIEW:
            raise Refused({"form": NO_REVIEW_YET})
        _let_in(viewer, wording, taken.unit, at)
        return _invite(viewer, cycle, taken.participation, taken.unit, taken.participation.sector, wording, at)


def _check(cycle: Cycle, wording: InvitationWording, known: Participation | None, at: datetime) -> None:
    if cycle.state == CycleState.CLOSED:
        raise Refused("This audit is closed: nobody can be invited any more")
    sectors = set(Sector.objects.filter(partnership=cycle.partnership).values_list("key", flat=True))
    problems = invitation_problems(wording, sectors=sectors, opens=cycle.opens, today=london_date(at), known=known is not None)
    if wording.due is None and cycle.state == CycleState.OPEN and cycle.due and is_past(cycle.due, at):
        problems["due"] = f"Enter a due date: that of the audit, {day_words(cycle.due)}, has passed"
    if problems:
        raise Refused(problems)


def _refuse_twice(cycle: Cycle, participation: Participation, unit: Unit) -> None:
    there = Invitation.objects.filter(cycle=cycle, unit=unit).select_related("cycle").first()
    if there is not None:
        raise Refused({"name": already_invited(who_words(participation.name, unit.name), there.standing)})


def _refuse_first_review(wording: InvitationWording, participation: Participation, unit: Unit) -> None:
    before = Invitation.objects.filter(participation=participation, unit=unit, submissions__gt=0)
    if wording.form == Form.REVIEW and not before.exists():
        raise Refused({"form": NO_REVIEW_YET})


def _let_in(viewer: Viewer, wording: InvitationWording, unit: Unit, at: datetime) -> None:
    admit_member(viewer, role=Role.RETURN_LEAD, unit_id=unit.pk, name=wording.lead_name, email=wording.lead_email, at=at)
    if wording.signatory_email:
        admit_member(viewer, role=Role.SIGNATORY, unit_id=unit.pk, name=wording.signatory_name, email=wording.signatory_email, at=at)


def _invite(
    viewer: Viewer, cycle: Cycle, participation: Participation, unit: Unit, sector: Sector, wording: InvitationWording, at: datetime
) -> Invitation:
    last = Invitation.objects.filter(cycle=cycle).aggregate(last=Max("order"))["last"]
    try:
        with transaction.atomic():
            invitation = Invitation.objects.create(
                cycle=cycle,
                participation=participation,
                unit=unit,
                sector=sector,
                order=0 if last is None else last + 1,
                form=wording.form,
                due=wording.due,
                invited_at=at if cycle.state == CycleState.OPEN else None,
            )
    except IntegrityError:
        raise Refused({"name": f"{who_words(participation.name, unit.name)} is invited to this audit already"}) from None
    record_event(
        cycle.partnership.ref,
        verb="unit-invited",
        actor=viewer.person_ref,
        subject=invitation.ref,
        at=at,
        details={
            "cycle": cycle.ref,
            "participation": ref("participation", participation.pk),
            "unit": ref("unit", unit.pk),
            "form": invitation.form,
            "due": str(wording.due or ""),
        },
    )
    return invitation
