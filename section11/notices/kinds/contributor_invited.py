"""Welcomes to those who are asked to help answer."""

from datetime import datetime
from functools import partial

from section11.cycles.rules.email_wording import due_for_email
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import written
from section11.returns.queries.due_emails import NewContributor, new_contributors


def due(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email to each new contributor."""
    return [_notice(one) for one in new_contributors(viewer, since)]


def _notice(one: NewContributor) -> Notice:
    return Notice(
        kind=EmailKind.CONTRIBUTOR_INVITED,
        about=ref("membership", one.membership_id),
        subject_ref=ref("invitation", one.about.invitation_id) if one.about else "",
        recipient=one.recipient,
        partnership_id=one.about.asker.partnership_id if one.about else None,
        from_name=one.who,
        reply_to=one.lead.email if one.lead else "",
        write=partial(_text, one),
    )


def _text(one: NewContributor) -> Text:
    about, lead = one.about, one.lead
    page = links.return_page(one.organisation_slug, about.return_id) if about else links.organisation_page(one.organisation_slug)
    return written(
        "contributor_invited",
        name=one.recipient.name,
        who=one.who,
        lead=lead.name if lead else one.who,
        contact=f"{lead.name} ({lead.email})" if lead else one.who,
        cycle=about.cycle_title if about else "",
        partnership=about.asker.name if about else "",
        due=due_for_email(about.due) if about else "",
        link=links.invited(one.recipient, page, by=lead.name if lead else one.who, what=f"help {one.who} with its safeguarding return"),
    )


KIND = Kind("contributor-invited", due)
