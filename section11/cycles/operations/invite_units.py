"""Invite many units to take part in a cycle."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from section11.cycles.models import Invitation
from section11.cycles.operations.keep_invitations import InvitationWanted, keep_invitations
from section11.cycles.queries.invitation_context import InvitationContext, invitation_context
from section11.cycles.queries.own_cycle import locked_cycle
from section11.cycles.rules.already import already_invited
from section11.cycles.rules.invitation_wording import NO_REVIEW_YET, NO_TINY, InvitationWording, invitation_problems
from section11.cycles.rules.standing import who_words
from section11.cycles.vocabulary import CycleState
from section11.directory.models import Participation, Unit
from section11.directory.operations.add_participations import PlaceWanted, add_participations
from section11.directory.operations.admit_members import MemberWanted, admit_members
from section11.directory.queries.barred_addresses import barred_addresses
from section11.directory.rules import tidy_email
from section11.directory.vocabulary import Role
from section11.lib.dates import day_words
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import same_name
from section11.standards.vocabulary import Form


class SomeRefused(Refused):
    """What is wrong with each of many: place in the list -> field -> what to do."""

    def __init__(self, by_place: dict[int, dict[str, str]]) -> None:
        self.by_place = by_place
        super().__init__({f"{place}.{field}": text for place, told in by_place.items() for field, text in told.items()})


def invite_units(viewer: Viewer, cycle_slug: str, wordings: Sequence[InvitationWording], *, at: datetime) -> list[Invitation]:
    """Invite units into a draft or open cycle, all or none, with their return leads and signatories; its officers may.

    An organisation is met by name within the partnership, or taken in. One that takes part keeps its sector and duties.
    Raises `SomeRefused` with all that is wrong. A handful of statements whatever their number.
    """
    with transaction.atomic():
        cycle = locked_cycle(viewer, cycle_slug)
        if cycle.state == CycleState.CLOSED:
            raise Refused("This audit is closed: nobody can be invited any more")
        context = invitation_context(viewer, cycle_slug, at=at)
        if problems := _problems(viewer, wordings, context):
            raise SomeRefused(problems)
        places = add_participations(viewer, [_place(wording, context) for wording in wordings], at=at)
        admit_members(viewer, _members(wordings, places), at=at)
        wanted = [
            InvitationWanted(participation, unit, wording.form, wording.due)
            for wording, (participation, unit) in zip(wordings, places, strict=True)
        ]
        return keep_invitations(viewer, cycle, wanted, at=at)


def _problems(viewer: Viewer, wordings: Sequence[InvitationWording], context: InvitationContext) -> dict[int, dict[str, str]]:
    problems: defaultdict[int, dict[str, str]] = defaultdict(dict)
    barred = barred_addresses(viewer, (email for w in wordings for email in (w.lead_email, w.signatory_email) if email))
    seen: set[tuple[str, str]] = set()
    for number, wording in enumerate(wordings):
        place = same_name(wording.name), same_name(wording.unit)
        told = invitation_problems(
            wording, sectors=context.sectors, opens=context.opens, today=context.today, known=place[0] in context.organisations
        )
        if wording.due is None and context.due_has_passed and context.due:
            told["due"] = f"Enter a due date: that of the audit, {day_words(context.due)}, has passed"
        for field, email in (("lead_email", wording.lead_email), ("signatory_email", wording.signatory_email)):
            if reason := barred.get(tidy_email(email)):
                told[field] = reason
        if place in context.invited:
            told["name"] = already_invited(who_words(wording.name, wording.unit), context.invited[place])
        elif place in seen:
            told["name"] = f"{who_words(wording.name, wording.unit)} is there twice"
        elif wording.form == Form.REVIEW and place not in context.sent_before:
            told["form"] = NO_REVIEW_YET
        elif wording.form == Form.TINY and not context.asks_tiny:
            told["form"] = NO_TINY
        seen.add(place)
        if told:
            problems[number] = told
    return dict(problems)


def _place(wording: InvitationWording, context: InvitationContext) -> PlaceWanted:
    known = context.organisations.get(same_name(wording.name))
    sector = known.sector_key if known else wording.sector
    return PlaceWanted(wording.name, sector, wording.duty_basis, wording.contract, wording.unit)


def _members(wordings: Sequence[InvitationWording], places: Sequence[tuple[Participation, Unit]]) -> list[MemberWanted]:
    wanted = []
    for wording, (_, unit) in zip(wordings, places, strict=True):
        wanted.append(MemberWanted(unit.pk, Role.RETURN_LEAD, wording.lead_name, wording.lead_email))
        if wording.signatory_email:
            wanted.append(MemberWanted(unit.pk, Role.SIGNATORY, wording.signatory_name, wording.signatory_email))
    return wanted
