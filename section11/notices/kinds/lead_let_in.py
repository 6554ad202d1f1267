"""Word to those who lead a unit that an officer let another return lead in."""

from datetime import datetime
from functools import partial

from section11.directory.queries.due_emails import LeadLetIn, leads_let_in
from section11.lib.refs import key_of, ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text, named_contact
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import written


def due(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email about each new lead to each who led the unit when they came, also to who was replaced."""
    return [_notice(one) for one in leads_let_in(viewer, since)]


def _notice(one: LeadLetIn) -> Notice:
    return Notice(
        kind=EmailKind.LEAD_LET_IN,
        about=f"lead-let-in:{one.membership_id}:{key_of(one.recipient.person_ref)}",
        subject_ref=ref("membership", one.membership_id),
        recipient=one.recipient,
        partnership_id=one.asker.partnership_id,
        from_name=one.asker.name,
        reply_to=one.asker.email,
        write=partial(_text, one),
    )


def _text(one: LeadLetIn) -> Text:
    return written(
        "lead_let_in",
        name=one.recipient.name,
        who=one.unit,
        lead=one.who.name,
        lead_email=one.who.email,
        officer=one.by,
        partnership=one.asker.name,
        still_leads=one.still_leads,
        link=links.plain(links.people_page(one.organisation_slug)),
        contact=named_contact(one.asker),
    )


KIND = Kind("lead-let-in", due)
