"""The addresses that emails carry. None of them signs anybody in; a test holds them to the pages that are there."""

from django.conf import settings

from section11.directory.queries.due_emails import Recipient
from section11.directory.queries.invited_links import invited_address

START = "/start"  # where people go on after they have signed in


def invited(recipient: Recipient, page: str, *, by: str, what: str) -> str:
    """The address with which somebody starts: it says who asks them to do what, then asks them to sign in, then shows `page`."""
    return invited_address(person_ref=recipient.person_ref, page=page, by=by, what=what) if recipient.person_ref else plain(page)


def plain(page: str) -> str:
    """The whole address of a page."""
    return f"{settings.PUBLIC_URL}{page}"


def organisation_page(organisation: str) -> str:
    """The returns of an organisation."""
    return f"/o/{organisation}/returns"


def people_page(organisation: str) -> str:
    """Who works on the returns of an organisation."""
    return f"/o/{organisation}/people"


def return_page(organisation: str, return_id: int) -> str:
    """One return: its task list."""
    return f"/o/{organisation}/returns/{return_id}"


def sign_off_page(organisation: str, return_id: int) -> str:
    """Where a signatory approves a return."""
    return f"/o/{organisation}/returns/{return_id}/sign-off"


def submission_page(organisation: str, return_id: int, reference: str) -> str:
    """A submission as it was sent."""
    return f"/o/{organisation}/returns/{return_id}/submissions/{reference}"


def partnership_page(partnership: str) -> str:
    """What needs doing in a partnership today."""
    return f"/p/{partnership}/today"


def plan_page(organisation: str) -> str:
    """The improvement plan of an organisation."""
    return f"/o/{organisation}/plan"


def action_page(organisation: str, action_id: int) -> str:
    """One action of an organisation's plan."""
    return f"{plan_page(organisation)}/{action_id}"


def support_asked_page(partnership: str) -> str:
    """The actions with which organisations ask a partnership for support."""
    return f"/p/{partnership}/actions?show=support"


def registrations_page(partnership: str) -> str:
    """The registrations of a partnership."""
    return f"/p/{partnership}/registrations"


def follow_ups_page(partnership: str, cycle: str) -> str:
    """The follow-ups of an audit."""
    return f"/p/{partnership}/cycles/{cycle}/follow-ups"


def follow_up_page(partnership: str, cycle: str, follow_up_id: int) -> str:
    """One follow-up."""
    return f"{follow_ups_page(partnership, cycle)}/{follow_up_id}"


def shared_practice_page(organisation: str) -> str:
    """Good practice, as an organisation sees it."""
    return f"/o/{organisation}/good-practice"


def recommendations_page(organisation: str) -> str:
    """What was recommended to an organisation."""
    return f"/o/{organisation}/recommendations"


def challenge_page(partnership: str, cycle: str, challenge_id: int) -> str:
    """A challenge as its partnership sees it."""
    return f"/p/{partnership}/cycles/{cycle}/challenges/{challenge_id}"


def own_challenges_page(organisation: str, return_id: int) -> str:
    """The challenges of a return, as its organisation sees them."""
    return f"/o/{organisation}/returns/{return_id}/challenges"


def own_panels_page(organisation: str, return_id: int) -> str:
    """When and where a return has its time at a panel."""
    return f"/o/{organisation}/returns/{return_id}/panels"


def panel_page(partnership: str, cycle: str, panel_id: int) -> str:
    """A panel with its timetable."""
    return f"/p/{partnership}/cycles/{cycle}/panels/{panel_id}"


def own_letter_page(organisation: str, return_id: int, letter_id: int) -> str:
    """A letter about a return."""
    return f"/o/{organisation}/returns/{return_id}/letters/{letter_id}"
