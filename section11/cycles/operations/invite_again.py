"""Invite units that an earlier cycle of the partnership had invited."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from section11.cycles.models import Cycle, Invitation
from section11.cycles.operations.keep_invitations import InvitationWanted, keep_invitations
from section11.cycles.queries.own_cycle import locked_cycle, officers_cycle
from section11.cycles.queries.sent_before import sent_before
from section11.cycles.queries.tiny_form import asks_tiny
from section11.cycles.rules.invitation_wording import NO_REVIEW_YET, NO_TINY
from section11.cycles.rules.standing import who_words
from section11.cycles.vocabulary import CycleState
from section11.lib.dates import day_words, is_past
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from section11.standards.vocabulary import Form


def invite_again(viewer: Viewer, cycle_slug: str, forms: Mapping[int, str], *, at: datetime) -> int:
    """Invite units into a draft or open cycle, each by an earlier invitation of theirs and with its form; officers may.

    All or none; those who are invited already are passed over, so that it may be done twice. Their leads stay as they
    are. Gives how many were invited.
    """
    with transaction.atomic():
        cycle = locked_cycle(viewer, cycle_slug)
        cycle.edition = officers_cycle(viewer, cycle_slug).edition
        if cycle.state == CycleState.CLOSED:
            raise Refused("This audit is closed: nobody can be invited any more")
        if cycle.state == CycleState.OPEN and cycle.due is not None and is_past(cycle.due, at):
            raise Refused(f"The due date of this audit, {day_words(cycle.due)}, has passed. Invite one by one, each with a date of its own")
        earlier = list(
            Invitation.objects.filter(pk__in=forms, cycle__partnership=cycle.partnership_id)
            .exclude(cycle=cycle)
            .select_related("participation__sector", "unit")
            .order_by("participation__name", "unit__name", "pk")
        )
        if len(earlier) != len(forms):
            raise Absent
        there = set(Invitation.objects.filter(cycle=cycle).values_list("unit_id", flat=True))
        wanted = {i.unit_id: InvitationWanted(i.participation, i.unit, forms[i.pk]) for i in earlier if i.unit_id not in there}
        if problems := _problems(cycle, list(wanted.values())):
            raise Refused(problems)
        if wanted:
            keep_invitations(viewer, cycle, list(wanted.values()), at=at)
    return len(wanted)


def _problems(cycle: Cycle, wanted: list[InvitationWanted]) -> dict[str, str]:
    """By who it is about."""
    has_tiny = asks_tiny(cycle)
    reviewed = [one.unit.pk for one in wanted if one.form == Form.REVIEW]
    before = set(sent_before(cycle).filter(unit__in=reviewed).values_list("unit_id", flat=True)) if reviewed else set()
    problems = {}
    for one in wanted:
        who = who_words(one.participation.name, one.unit.name)
        if one.form not in set(Form):
            problems[who] = f"{who}: choose a form from the list"
        elif one.form == Form.REVIEW and one.unit.pk not in before:
            problems[who] = f"{who}: {NO_REVIEW_YET[0].lower()}{NO_REVIEW_YET[1:]}"
        elif one.form == Form.TINY and not has_tiny:
            problems[who] = f"{who}: {NO_TINY[0].lower()}{NO_TINY[1:]}"
    return problems
