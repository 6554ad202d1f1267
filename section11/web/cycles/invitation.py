"""All about one invitation: people, dates, state, contacts, reminders, submissions and what can be done."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.dealings import dealings
from section11.cycles.queries.one_invitation import InvitationTold, one_invitation
from section11.cycles.rules.chasing import why_not_reminded, why_not_withdrawn
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.queries.people import people_of_unit
from section11.directory.vocabulary import READERS, Role
from section11.lib.clock import now, today
from section11.lib.viewer import Viewer
from section11.returns.queries.round_of import InvitationRound, rounds_of_invitations
from section11.returns.queries.submissions import submissions_of_invitation
from section11.standards.vocabulary import FORM_WORDS, Form
from section11.web.cycles.event_words import event_words
from section11.web.request import PageRequest

TOLD_ELSEWHERE = ("contact-logged", "reminder-asked")  # on the page with more


def invitation(request: PageRequest, partnership: str, cycle: str, invitation: int) -> HttpResponse:
    """Open to everybody with a role in the partnership; officers see addresses and act."""
    told = one_invitation(request.viewer, cycle, invitation, at=now())
    is_officer, reads = request.viewer.has(Role.OFFICER), request.viewer.has(*READERS)
    submissions = submissions_of_invitation(request.viewer, invitation) if told.standing.submissions and reads else []
    context = {
        "it": told,
        "round": submissions[0] if submissions else round_of(request.viewer, told),
        "form_words": FORM_WORDS[Form(told.form)],
        "people": people_of_unit(request.viewer, told.unit_id),
        "submissions": submissions,
        "reminders": [event for event in told.events if event.verb == "reminder-asked"],
        "events": [(event, event_words(event)) for event in told.events if event.verb not in TOLD_ELSEWHERE],
        "is_officer": is_officer,
        "actions": actions_for(told) if is_officer else [],
        "dealings": dealings(request.viewer, invitation),
        "today": today(),
    }
    return render(request, "cycles/invitation.html", context)


def round_of(viewer: Viewer, told: InvitationTold) -> InvitationRound | None:
    """The round of its return, and what this partnership received the time before; of one that is still asked."""
    if told.standing.state != InvitationState.INVITED:
        return None
    return rounds_of_invitations(viewer, [told.invitation_id]).get(told.invitation_id)


def actions_for(told: InvitationTold) -> list[tuple[str, str, bool]]:
    """What can be done with it now: words, route, and whether the route takes it as a chosen row of the register."""
    found: list[tuple[str, str, bool]] = []
    is_invited = told.standing.state == InvitationState.INVITED
    if told.cycle_state is CycleState.OPEN and not why_not_reminded(told.standing, None, now()):
        found += [("Send a reminder", "ask_reminders", True), ("Extend the due date", "extend_invitations", True)]
    if told.cycle_state is CycleState.DRAFT and is_invited:
        found.append(("Change the form or due date", "change_invitation", False))
    if told.cycle_state is not CycleState.CLOSED:
        if not why_not_withdrawn(told.standing):
            found += [("Exempt it from this audit", "exempt_invitation", False), ("Withdraw it", "withdraw_invitations", True)]
        if not is_invited:
            found.append(("Put it back", "reinstate_invitation", False))
    if told.standing.submissions and is_invited:
        found.append(("Draft a letter", "draft_letters", True))
    if told.cycle_state is not CycleState.DRAFT:
        found.append(("See how it is chased", "invitation_chasing", False))
        if is_invited:
            found.append(("Bring it to the strategic lead", "pick_for_follow_up", False))
    return [("Log a call, email or meeting", "log_contact", False), *found]
