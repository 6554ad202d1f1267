"""Panels: day, time and place, told to return leads and members; never what will be asked."""

from datetime import datetime
from functools import partial

from section11.challenge.queries.panel_emails import ToldLead, ToldMember, told_leads, told_members
from section11.challenge.rules.timetable import span_words
from section11.lib.refs import key_of, ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text, named_contact
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import written


def leads(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email about each telling to each lead of the return."""
    return [
        Notice(
            kind=EmailKind.PANEL,
            about=f"panel-telling:{one.telling_id}:{key_of(one.recipient.person_ref)}",
            subject_ref=ref("invitation", one.about.invitation_id),
            recipient=one.recipient,
            partnership_id=one.about.asker.partnership_id,
            from_name=one.about.asker.name,
            reply_to=one.about.asker.email,
            write=partial(_to_lead, one),
        )
        for one in told_leads(viewer, since)
    ]


def _to_lead(one: ToldLead) -> Text:
    about = one.about
    return written(
        "panel",
        name=one.recipient.name,
        who=about.who,
        cycle=about.cycle_title,
        partnership=about.asker.name,
        kind=one.kind,
        title=one.title,
        held_on=one.held_on,
        span=span_words(one.held_on, one.starts, one.minutes),
        where=one.where,
        link=links.plain(links.own_panels_page(about.organisation_slug, about.return_id)),
        contact=named_contact(about.asker),
    )


def members(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email about each telling to the member."""
    return [
        Notice(
            kind=EmailKind.PANEL_MEMBER,
            about=f"panel-telling:{one.telling_id}:{key_of(one.recipient.person_ref)}",
            subject_ref=ref("panel", one.panel_id),
            recipient=one.recipient,
            partnership_id=one.asker.partnership_id,
            from_name=one.asker.name,
            reply_to=one.asker.email,
            write=partial(_to_member, one),
        )
        for one in told_members(viewer, since)
    ]


def _to_member(one: ToldMember) -> Text:
    return written(
        "panel_member",
        name=one.recipient.name,
        cycle=one.cycle_title,
        partnership=one.asker.name,
        kind=one.kind,
        title=one.title,
        held_on=one.held_on,
        where=one.where,
        link=links.plain(links.panel_page(one.asker.slug, one.cycle_slug, one.panel_id)),
        contact=named_contact(one.asker),
    )


LEADS = Kind("panel", leads)
MEMBERS = Kind("panel-member", members)
