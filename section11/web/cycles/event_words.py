"""What happened to an invitation, in words."""

from datetime import date

from section11.cycles.queries.one_invitation import EventTold
from section11.lib.dates import day_words
from section11.standards.vocabulary import FORM_WORDS, Form

WORDS: dict[str, str] = {
    "unit-invited": "Invited",
    "invitation-changed": "Form or due date changed",
    "invitation-extended": "Due date extended",
    "invitation-withdrawn": "Withdrawn",
    "invitation-exempted": "Exempted",
    "invitation-reinstated": "Put back",
    "support-needed": "Found to need a support conversation",
    "support-agreed": "Support conversation agreed",
    "support-logged": "Support conversation logged",
    "support-closed": "Support conversation closed",
    "follow-up-raised": "Brought to the strategic lead",
    "follow-up-acknowledged": "Taken by the strategic lead",
    "follow-up-closed": "Follow-up closed",
}


def event_words(event: EventTold) -> str:
    """The verb in words, with what changed where that is told."""
    words = WORDS.get(event.verb, event.verb.replace("-", " ").capitalize())
    due, form = str(event.details.get("to") or event.details.get("due") or ""), str(event.details.get("form") or "")
    more = [f"{FORM_WORDS[Form(form)].lower()} form"] if form in set(Form) else []
    if due:
        more.append(f"due {day_words(date.fromisoformat(due))}")
    return f"{words}: {', '.join(more)}" if more else words
