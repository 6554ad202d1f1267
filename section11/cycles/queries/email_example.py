"""One recipient of a cycle's emails, to show how they read."""

from collections.abc import Mapping
from dataclasses import dataclass

from section11.cycles.models import Invitation
from section11.cycles.queries.cycle_setup import contact_words
from section11.cycles.queries.own_cycle import officers_cycle
from section11.cycles.rules.email_wording import EmailWording, due_for_email, fill
from section11.cycles.rules.standing import who_words
from section11.cycles.vocabulary import InvitationState
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer

EXAMPLE_LINK = "(the address of their return, different for each person)"


@dataclass(frozen=True, slots=True)
class EmailExample:
    """Somebody who would get an email, and what the placeholders stand for in theirs."""

    name: str
    email: str
    is_invented: bool
    values: Mapping[str, str]

    def filled(self, wording: EmailWording) -> EmailWording:
        """The wording as this person would read it."""
        return EmailWording(fill(wording.subject, self.values), fill(wording.body, self.values))


def email_example(viewer: Viewer, cycle_slug: str, invitation_id: int | None = None) -> EmailExample:
    """The first lead of an invitation to that cycle (of the one named), or somebody invented; for the partnership's officers."""
    cycle = officers_cycle(viewer, cycle_slug)
    invitations = Invitation.objects.filter(cycle=cycle, state=InvitationState.INVITED).select_related("participation", "unit")
    if invitation_id is not None:
        invitations = invitations.filter(pk=invitation_id)
    leads = Membership.objects.filter(role=Role.RETURN_LEAD, ended_at__isnull=True).select_related("person")
    invitation = invitations.filter(unit__in=leads.values("unit")).first()
    lead = leads.filter(unit=invitation.unit_id).first() if invitation else None
    name, email = (lead.person.name, lead.person.email) if lead else ("Sam Example", "sam@oak-surgery.example")
    due = (invitation.due if invitation else None) or cycle.due
    values = {
        "name": name,
        "organisation": who_words(invitation.participation.name, invitation.unit.name) if invitation else "Oak Surgery",
        "cycle": cycle.title,
        "due": due_for_email(due),
        "link": EXAMPLE_LINK,
        "partnership": cycle.partnership.name,
        "contact": contact_words(cycle),
    }
    return EmailExample(name, email, lead is None, values)
