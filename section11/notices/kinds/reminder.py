"""Reminders that an officer chose to send, in the officer's own words."""

from datetime import datetime
from functools import partial

from section11.lib.refs import key_of, ref
from section11.lib.viewer import Viewer
from section11.notices.kinds.invitation import in_own_words
from section11.notices.notice import Kind, Notice
from section11.notices.vocabulary import EmailKind
from section11.returns.queries.due_emails import RemindedLead, reminded_leads


def due(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email for each reminder to each lead whose return is still awaited."""
    return [_notice(one) for one in reminded_leads(viewer, since)]


def _notice(one: RemindedLead) -> Notice:
    return Notice(
        kind=EmailKind.REMINDER,
        about=f"reminder:{one.reminder_id}:{key_of(one.recipient.person_ref)}",
        subject_ref=ref("invitation", one.about.invitation_id),
        recipient=one.recipient,
        partnership_id=one.about.asker.partnership_id,
        from_name=one.about.asker.name,
        reply_to=one.about.asker.email,
        write=partial(in_own_words, one.subject, one.body, one.recipient, one.about),
    )


KIND = Kind("reminder", due)
