"""What the emails of a cycle say unless the partnership words them otherwise. None claims a legal duty to complete an audit."""

from section11.cycles.rules.email_wording import EmailWording
from section11.directory.vocabulary import PartnershipKind

_WHOM = {
    PartnershipKind.CHILDREN: "children",
    PartnershipKind.ADULTS: "adults at risk",
    PartnershipKind.JOINT: "children and adults at risk",
}


def default_invitation(kind: PartnershipKind) -> EmailWording:
    """The invitation."""
    return EmailWording(
        "{cycle}: an invitation to {organisation}",
        _paragraphs(
            "Dear {name}",
            "{partnership} invites {organisation} to take part in {cycle}. It is a chance to look at how you keep "
            f"{_WHOM[kind]} safe, to say what works and to plan what you want to improve.",
            "You do not have to do it in one go, or alone. You can ask colleagues to help, your answers save as you type, and "
            "the senior person accountable for safeguarding approves the return before you send it.",
            "Please send your return by: {due}",
            "Start here, and sign in with a code sent to this email address:\n{link}",
            "If you are not the right person, or would like help, please tell us: {contact}",
            "Thank you",
            "{partnership}",
        ),
    )


def default_reminder(kind: PartnershipKind) -> EmailWording:
    """The reminder."""
    return EmailWording(
        "{cycle}: a reminder for {organisation}",
        _paragraphs(
            "Dear {name}",
            "We have not yet had the return of {organisation} for {cycle}. What you tell us helps all of us to keep "
            f"{_WHOM[kind]} safe.",
            "Please send it by: {due}",
            "Carry on where you left off:\n{link}",
            "If something stands in the way, please tell us. We can help, or agree another date: {contact}",
            "Thank you",
            "{partnership}",
        ),
    )


def _paragraphs(*texts: str) -> str:
    return "\n\n".join(texts) + "\n"
