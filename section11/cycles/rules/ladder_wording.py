"""What the rungs of a chasing ladder say unless the partnership words them otherwise. None claims a legal duty to complete an audit."""

from section11.cycles.rules.email_wording import EmailWording
from section11.cycles.vocabulary import LadderKind

_HELP = "If something stands in the way, please tell us. We can help, or agree another date: {contact}"
_END = ("Thank you", "{partnership}")


def _wording(subject: str, *paragraphs: str) -> EmailWording:
    return EmailWording(subject, "\n\n".join(("Dear {name}", *paragraphs, *_END)) + "\n")


_USUAL: dict[LadderKind, EmailWording] = {
    LadderKind.OVERDUE: _wording(
        "{cycle}: the return of {organisation} is overdue",
        "We have not yet had the return of {organisation} for {cycle}. It was due: {due}",
        "We still take it. Please send it as soon as you can, even if some of it says that there is work to do.",
        "Carry on where you left off:\n{link}",
        _HELP,
    ),
    LadderKind.SENIOR: _wording(
        "{cycle}: we have had no return from {organisation}",
        "We have not had the return of {organisation} for {cycle}. It was due: {due}",
        "We are now writing to the senior person who is named as accountable for safeguarding, and to those who lead the return. "
        "Please make sure that they have the time and the help they need.",
        "See how far the return has come:\n{link}",
        _HELP,
    ),
    LadderKind.STRATEGIC_LEAD: _wording(
        "{cycle}: {organisation} has not sent its return",
        "{organisation} has not sent its return for {cycle}. It was due: {due}",
        "Its return leads and its named senior person have been told before. It now comes to you as the strategic lead for its sector.",
        "See what is followed up, say that you have it, and note how it ends:\n{link}",
        "If you have questions, please tell: {contact}",
    ),
}


def rung_wording(kind: str, own: EmailWording | None, reminder: EmailWording) -> EmailWording:
    """What a rung says: its own words, the cycle's reminder for a reminder, or the usual words of its kind."""
    return own or _USUAL.get(LadderKind(kind), reminder)
