"""Receipts of submitted returns: the reference, what happens next, and how to amend."""

from datetime import datetime
from functools import partial

from section11.lib.refs import key_of, ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text, named_contact
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import written
from section11.returns.queries.signing_emails import Receipt, receipts


def due(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email about each submission to each lead and to who approved it."""
    return [_notice(one) for one in receipts(viewer, since)]


def _notice(one: Receipt) -> Notice:
    return Notice(
        kind=EmailKind.RECEIPT,
        about=f"submission:{one.submission_id}:{key_of(one.recipient.person_ref)}",
        subject_ref=ref("invitation", one.about.invitation_id),
        recipient=one.recipient,
        partnership_id=one.about.asker.partnership_id,
        from_name=one.about.asker.name,
        reply_to=one.about.asker.email,
        write=partial(_text, one),
    )


def _text(one: Receipt) -> Text:
    about = one.about
    return written(
        "receipt",
        name=one.recipient.name,
        who=about.who,
        cycle=about.cycle_title,
        partnership=about.asker.name,
        reference=one.reference,
        number=one.number,
        at=one.at,
        submitted_by=one.submitted_by,
        signed_by=one.signed_by,
        link=links.plain(links.submission_page(about.organisation_slug, about.return_id, one.reference)),
        contact=named_contact(about.asker),
    )


KIND = Kind("receipt", due)
