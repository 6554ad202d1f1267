"""Which invitations can be reminded, extended or withdrawn, and why not the others. Pages show it before, operations hold it."""

from datetime import date, datetime, timedelta

from section11.cycles.rules.cycle_dates import due_problem
from section11.cycles.rules.standing import Standing
from section11.cycles.vocabulary import InvitationState
from section11.lib.dates import day_words

JUST_REMINDED = timedelta(minutes=10)  # a second click on the same button is not a second reminder
LONGEST_REASON = 2000


def why_not_reminded(standing: Standing, reminded_at: datetime | None, at: datetime) -> str:
    """Why no reminder goes to this one, or nothing."""
    if standing.state != InvitationState.INVITED:
        return standing.words
    if standing.submissions:
        return "Return is in"
    if reminded_at is not None and at - reminded_at < JUST_REMINDED:
        return "Reminded a moment ago"
    return ""


def why_not_extended(standing: Standing, due: date) -> str:
    """Why this one's due date stays, or nothing."""
    if standing.state != InvitationState.INVITED:
        return standing.words
    if standing.submissions:
        return "Return is in"
    if standing.due is None:
        return "Has no due date"
    if standing.due >= due:
        return f"Is due {day_words(standing.due)}, no earlier than the new date"
    return ""


def why_not_withdrawn(standing: Standing) -> str:
    """Why this one can be neither withdrawn nor exempted, or nothing."""
    if standing.state != InvitationState.INVITED:
        return standing.words
    return "Return is in" if standing.submissions else ""


def extension_problem(due: date | None, *, opens: date | None, today: date) -> str:
    """What to do about the new due date, or nothing."""
    if due is None:
        return f"Enter the new due date, like {today.day} {today.month} {today.year + 1}"
    return due_problem(due, opens=opens, today=today)


def reason_problem(reason: str) -> str:
    """What to do about a reason, or nothing."""
    if not reason.strip():
        return "Say why in a few words, for your colleagues and for the record"
    return f"Shorten the reason to {LONGEST_REASON:,} characters or fewer" if len(reason) > LONGEST_REASON else ""
