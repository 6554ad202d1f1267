"""What happened in challenges: told to the leads whose turn it is, and to who raised what was answered. Never what was said."""

from datetime import datetime
from functools import partial

from section11.challenge.queries.due_emails import (
    AnsweredReviewer,
    AskedLead,
    ClosedForLead,
    answered_reviewers,
    asked_leads,
    closed_for_leads,
)
from section11.directory.queries.due_emails import Recipient
from section11.lib.refs import key_of, ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text, named_contact
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import written
from section11.returns.queries.addressed import Addressed


def asked(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email a turn and day to each lead who is to answer."""
    return [_notice(EmailKind.CHALLENGE_REPLIED if one.is_reply else EmailKind.CHALLENGE_RAISED, one) for one in asked_leads(viewer, since)]


def closed(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email a day to each lead whose challenges were closed."""
    return [_notice(EmailKind.CHALLENGE_CLOSED, one) for one in closed_for_leads(viewer, since)]


def answered(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email a turn and day to who raised what was answered."""
    return [_notice(EmailKind.CHALLENGE_ANSWERED, one) for one in answered_reviewers(viewer, since)]


def _notice(kind: EmailKind, one: AskedLead | ClosedForLead | AnsweredReviewer) -> Notice:
    asker = one.about.asker
    return Notice(
        kind=kind,
        about=f"{one.turn}:{key_of(one.recipient.person_ref)}",
        subject_ref=ref("invitation", one.about.invitation_id),
        recipient=one.recipient,
        partnership_id=asker.partnership_id,
        from_name=asker.name,
        reply_to=asker.email,
        write=partial(_text, kind, one),
    )


def _text(kind: EmailKind, one: AskedLead | ClosedForLead | AnsweredReviewer) -> Text:
    about = one.about
    return written(
        kind.replace("-", "_"),
        name=one.recipient.name,
        who=about.who,
        cycle=about.cycle_title,
        partnership=about.asker.name,
        wanted_by=one.wanted_by if isinstance(one, AskedLead) else None,
        link=_link(one, about, one.recipient),
        contact=named_contact(about.asker),
    )


def _link(one: AskedLead | ClosedForLead | AnsweredReviewer, about: Addressed, recipient: Recipient) -> str:
    if isinstance(one, AnsweredReviewer):
        return links.plain(links.challenge_page(about.asker.slug, one.cycle_slug, one.challenge_id))
    page = links.own_challenges_page(about.organisation_slug, about.return_id)
    return links.invited(recipient, page, by=about.asker.name, what=f"answer a question about the return of {about.who}")


ASKED = Kind("challenge-asked", asked)
CLOSED = Kind("challenge-closed", closed)
ANSWERED = Kind("challenge-answered", answered)
