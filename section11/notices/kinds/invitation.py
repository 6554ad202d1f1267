"""Invitations to return leads in the partnership's own words, and welcomes to leads who come later."""

from datetime import datetime
from functools import partial

from section11.cycles.rules.email_wording import due_for_email, fill
from section11.directory.queries.due_emails import Recipient
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text, contact_words, named_contact
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import one_line, written
from section11.returns.queries.addressed import Addressed
from section11.returns.queries.due_emails import InvitedLead, invited_leads


def due(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email to each lead of each return that is taken now."""
    return [_notice(one) for one in invited_leads(viewer, since)]


def _notice(one: InvitedLead) -> Notice:
    recipient, about = one.lead.recipient, one.about
    return Notice(
        kind=EmailKind.NEW_LEAD if one.is_new else EmailKind.INVITATION,
        about=f"invitation:{about.invitation_id}:membership:{one.lead.membership_id}",
        subject_ref=ref("invitation", about.invitation_id),
        recipient=recipient,
        partnership_id=about.asker.partnership_id,
        from_name=about.asker.name,
        reply_to=about.asker.email,
        write=partial(_welcome, recipient, about, one.lead.is_deputy) if one.is_new else partial(_invitation, recipient, about),
    )


def values(recipient: Recipient, about: Addressed) -> dict[str, str]:
    """What the placeholders of a cycle's own wording stand for."""
    page = links.return_page(about.organisation_slug, about.return_id)
    return {
        "name": recipient.name,
        "organisation": about.who,
        "cycle": about.cycle_title,
        "due": due_for_email(about.due),
        "link": links.invited(recipient, page, by=about.asker.name, what=f"answer {about.cycle_title} for {about.who}"),
        "partnership": about.asker.name,
        "contact": contact_words(about.asker),
    }


def in_own_words(subject: str, body: str, recipient: Recipient, about: Addressed) -> Text:
    """A wording with its placeholders filled."""
    filled = values(recipient, about)
    return Text(one_line(fill(subject, filled)), fill(body, filled).strip() + "\n")


def _invitation(recipient: Recipient, about: Addressed) -> Text:
    return in_own_words(about.email_subject, about.email_body, recipient, about)


def _welcome(recipient: Recipient, about: Addressed, is_deputy: bool) -> Text:
    filled = values(recipient, about)
    return written("new_lead", **{**filled, "who": about.who, "contact": named_contact(about.asker), "deputy": is_deputy})


KIND = Kind("invitation", due)
