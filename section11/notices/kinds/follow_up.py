"""A follow-up that waits for the strategic lead."""

from datetime import datetime
from functools import partial

from section11.challenge.queries.help_emails import WaitingFollowUp, waiting_follow_ups
from section11.lib.refs import key_of, ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text, named_contact
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import written


def due(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email about each to the strategic lead for its sector."""
    return [_notice(one) for one in waiting_follow_ups(viewer, since)]


def _notice(one: WaitingFollowUp) -> Notice:
    return Notice(
        kind=EmailKind.FOLLOW_UP_WAITS,
        about=f"follow-up:{one.follow_up_id}:{key_of(one.recipient.person_ref)}",
        subject_ref=ref("invitation", one.invitation_id),
        recipient=one.recipient,
        partnership_id=one.asker.partnership_id,
        from_name=one.asker.name,
        reply_to=one.asker.email,
        write=partial(_text, one),
    )


def _text(one: WaitingFollowUp) -> Text:
    return written(
        "follow_up_waits",
        name=one.recipient.name,
        who=one.who,
        cycle=one.cycle_title,
        partnership=one.asker.name,
        link=links.plain(links.follow_up_page(one.asker.slug, one.cycle_slug, one.follow_up_id)),
        contact=named_contact(one.asker),
    )


KIND = Kind("follow-up", due)
