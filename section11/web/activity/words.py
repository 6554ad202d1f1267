"""What happened, in words: every verb that an event may carry, by what it is about."""

from collections.abc import Mapping
from datetime import date

from section11.cycles.vocabulary import CONTACT_WORDS, ContactKind
from section11.directory.vocabulary import ROLE_WORDS, Role
from section11.lib.dates import day_words
from section11.plans.vocabulary import RAG_WORDS, Rag
from section11.standards.vocabulary import FORM_WORDS, Form

GROUPS: Mapping[str, str] = {
    "read": "Opened and read",
    "answers": "Answers and evidence",
    "sign-off": "Sign-off and submission",
    "plan": "Improvement plan",
    "challenge": "Challenge and feedback",
    "invitations": "Invitations and chasing",
    "people": "People and organisations",
    "set-up": "Setting up the audit",
}

# verb -> (group, words)
WORDS: Mapping[str, tuple[str, str]] = {
    "opened-return": ("read", "Opened the return for the first time"),
    "opened-submission": ("read", "Read the submission"),
    "rated": ("answers", "Rated a statement"),
    "carried-answers": ("answers", "Started from last time's answers"),
    "confirmed-answer": ("answers", "Confirmed last time's answer"),
    "confirmed-narrative": ("answers", "Confirmed last time's text"),
    "dropped-carried": ("answers", "Put last time's answer aside"),
    "added-evidence": ("answers", "Added evidence"),
    "removed-evidence": ("answers", "Removed evidence"),
    "finished-part": ("answers", "Said that their part is done"),
    "reopened-part": ("answers", "Said that their part is not done after all"),
    "handed-standard": ("answers", "Handed over a standard"),
    "took-standard-back": ("answers", "Took a standard back"),
    "marked-not-applicable": ("answers", "Marked a standard not applicable"),
    "unmarked-not-applicable": ("answers", "Said that a standard applies after all"),
    "opened-returns": ("invitations", "Made the returns ready"),
    "asked-sign-off": ("sign-off", "Asked for sign-off"),
    "approved-return": ("sign-off", "Approved the return"),
    "sent-back": ("sign-off", "Sent the return back to its lead"),
    "took-back": ("sign-off", "Took the return back from sign-off"),
    "submitted-return": ("sign-off", "Submitted the return"),
    "started-amendment": ("sign-off", "Started an amendment"),
    "gave-up-amendment": ("sign-off", "Gave up an amendment"),
    "withdrew-submission": ("sign-off", "Withdrew the submission"),
    "returned-for-correction": ("sign-off", "Returned the submission for correction"),
    "submissions-brought-in": ("sign-off", "Brought submissions in from a file"),
    "added-action": ("plan", "Added an action"),
    "changed-action": ("plan", "Changed an action"),
    "dropped-action": ("plan", "Dropped an action"),
    "updated-action": ("plan", "Said how an action is going"),
    "moved-action": ("plan", "Gave an action a new date"),
    "asked-for-support": ("plan", "Asked for support with an action"),
    "answered-support": ("plan", "Answered about support with an action"),
    "finished-action": ("plan", "Marked an action done"),
    "resumed-action": ("plan", "Said that an action is not done after all"),
    "confirmed-action": ("plan", "Confirmed that an action is done"),
    "reopened-action": ("plan", "Opened an action again"),
    "raised-challenge": ("challenge", "Raised a challenge"),
    "answered-challenge": ("challenge", "Answered a challenge"),
    "replied-to-challenge": ("challenge", "Replied in a challenge"),
    "closed-challenge": ("challenge", "Closed a challenge"),
    "agreed-level": ("challenge", "Agreed a level"),
    "agreed-level-again": ("challenge", "Agreed a level again"),
    "removed-agreed-level": ("challenge", "Removed an agreed level"),
    "gave-reviewer-part": ("challenge", "Gave a reviewer a standard or sector"),
    "took-reviewer-part": ("challenge", "Took a standard or sector back from a reviewer"),
    "agreed-levels-brought-in": ("challenge", "Brought agreed levels in from a file"),
    "rated-evidence": ("challenge", "Rated the evidence behind answers"),
    "graded-standard": ("challenge", "Graded a standard"),
    "set-grades": ("set-up", "Set the grades"),
    "marked-good-practice": ("challenge", "Marked good practice"),
    "changed-good-practice": ("challenge", "Changed the words of good practice"),
    "unmarked-good-practice": ("challenge", "Took a mark of good practice away"),
    "asked-consent": ("challenge", "Asked whether good practice may be shared"),
    "agreed-to-share": ("challenge", "Agreed that good practice is shared"),
    "declined-to-share": ("challenge", "Declined that good practice is shared"),
    "wrote-recommendation": ("challenge", "Wrote a recommendation"),
    "changed-recommendation": ("challenge", "Changed a recommendation"),
    "dropped-recommendation": ("challenge", "Took a recommendation out"),
    "gave-recommendation": ("challenge", "Gave a recommendation"),
    "took-up-recommendation": ("challenge", "Took a recommendation up as an action"),
    "answered-recommendation": ("challenge", "Said why no action follows from a recommendation"),
    "drew-sample": ("challenge", "Drew returns at random"),
    "saved-opinion": ("challenge", "Saved the draft of an opinion"),
    "gave-opinion": ("challenge", "Gave an opinion"),
    "unit-invited": ("invitations", "Invited"),
    "invitation-changed": ("invitations", "Form or due date changed"),
    "invitation-extended": ("invitations", "Due date extended"),
    "invitation-withdrawn": ("invitations", "Withdrawn"),
    "invitation-exempted": ("invitations", "Exempted"),
    "invitation-reinstated": ("invitations", "Put back"),
    "invitation-sheet-applied": ("invitations", "Invited those on a sheet"),
    "reminder-asked": ("invitations", "Sent a reminder"),
    "contact-logged": ("invitations", "Logged a contact"),
    "email-resent": ("invitations", "Sent an email again"),
    "email-came-back": ("invitations", "Noted that an email came back"),
    "bounce-cleared": ("people", "Said that an address works again"),
    "sector-lead-set": ("people", "Named the strategic lead of a sector"),
    "cycle-ladder-written": ("set-up", "Wrote the chasing ladder"),
    "support-needed": ("challenge", "Found that a support conversation is needed"),
    "support-agreed": ("challenge", "Agreed a support conversation"),
    "support-logged": ("challenge", "Logged a support conversation"),
    "support-closed": ("challenge", "Closed a support conversation"),
    "follow-up-raised": ("challenge", "Brought a return to the strategic lead"),
    "follow-up-acknowledged": ("challenge", "Took a follow-up"),
    "follow-up-closed": ("challenge", "Closed a follow-up"),
    "planned-panel": ("challenge", "Planned a panel"),
    "changed-panel": ("challenge", "Changed a panel"),
    "told-panel": ("challenge", "Told people of a panel"),
    "held-panel": ("challenge", "Closed a panel"),
    "cancelled-panel": ("challenge", "Called a panel off"),
    "added-slot": ("challenge", "Gave a return a time at a panel"),
    "changed-slot": ("challenge", "Changed the time of a return at a panel"),
    "removed-slot": ("challenge", "Took a return off the timetable of a panel"),
    "recorded-outcome": ("challenge", "Entered what a panel made of a return"),
    "made-panel-pack": ("read", "Made the packs of a panel"),
    "drafted-letter": ("challenge", "Drafted a letter"),
    "edited-letter": ("challenge", "Edited the draft of a letter"),
    "discarded-letter": ("challenge", "Discarded the draft of a letter"),
    "approved-letter": ("challenge", "Approved a letter"),
    "opened-letter": ("read", "Opened a letter for the first time"),
    "home-organisation-declared": ("people", "Declared a home organisation"),
    "lead-handed-over": ("people", "Handed the return to another lead"),
    "member-admitted": ("people", "Let somebody in"),
    "membership-ended": ("people", "Ended somebody's role"),
    "participation-added": ("people", "Added an organisation"),
    "participation-edited": ("people", "Changed an organisation's details"),
    "participations-brought-in": ("people", "Brought organisations in from a file"),
    "registration-asked": ("people", "Asked to take part"),
    "registration-approved": ("people", "Approved a registration"),
    "registration-declined": ("people", "Declined a registration"),
    "unit-added": ("people", "Added a unit"),
    "sector-added": ("people", "Added a sector"),
    "partnership-opened": ("set-up", "Opened the partnership"),
    "partnership-edited": ("set-up", "Changed the partnership's settings"),
    "partnership-brought-in": ("set-up", "Brought the partnership in from a file"),
    "cycle-drafted": ("set-up", "Drafted a cycle"),
    "cycle-renamed": ("set-up", "Renamed the cycle"),
    "cycle-edition-chosen": ("set-up", "Chose the edition"),
    "cycle-form-chosen": ("set-up", "Chose the form"),
    "cycle-dates-set": ("set-up", "Set the dates"),
    "cycle-bands-set": ("set-up", "Set the bands"),
    "cycle-local-statements-written": ("set-up", "Wrote the local statements"),
    "cycle-emails-worded": ("set-up", "Worded the emails"),
    "cycle-opened": ("set-up", "Opened the cycle"),
    "cycle-closed": ("set-up", "Closed the cycle"),
    "cycle-brought-in": ("set-up", "Brought a whole cycle in from a file"),
    "edition-published": ("set-up", "Published an edition"),
    "mapping-published": ("set-up", "Published a mapping"),
}


def verbs_of(group: str) -> tuple[str, ...]:
    """The verbs of a group; none for one that is not there."""
    return tuple(verb for verb, (of, _) in WORDS.items() if of == group)


def words_of(verb: str, details: Mapping[str, object]) -> str:
    """`Rated a statement: 1.2, from Met to Not met`: the verb and what is told of it."""
    said = WORDS.get(verb, ("", verb.replace("-", " ").capitalize()))[1]
    told = [words for key, value in details.items() if value not in (None, "", []) and (words := _detail(key, value))]
    return f"{said}: {', '.join(told)}" if told else said


def _detail(key: str, value: object) -> str:
    text = str(value)
    match key:
        case "statement":
            return f"statement {text}"
        case "standard":
            return f"standard {text}"
        case "number":
            return f"number {text}"
        case "form" if text in set(Form):
            return f"{FORM_WORDS[Form(text)].lower()} form"
        case "role" if text in set(Role):
            return ROLE_WORDS[Role(text)].lower()
        case "rag" if text in set(Rag):
            return RAG_WORDS[Rag(text)].lower()
        case "kind" if text in set(ContactKind):
            return CONTACT_WORDS[ContactKind(text)].lower()
        case "due" | "on" | "to" if _is_day(text):
            return f"{'on' if key == 'on' else 'due'} {day_words(date.fromisoformat(text))}"
        case "invitations" | "returns" | "organisations" | "submissions":
            return f"{text} {key}" if text.isdigit() and text != "1" else ""
    return ""


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
