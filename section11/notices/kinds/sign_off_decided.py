"""What the signatory decided, told to the return leads."""

from datetime import datetime
from functools import partial

from section11.cycles.rules.email_wording import due_for_email
from section11.lib.refs import key_of, ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text, named_contact
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import written
from section11.returns.queries.signing_emails import DecidedSignOff, decided_sign_offs


def due(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email about each decision to each lead."""
    return [_notice(one) for one in decided_sign_offs(viewer, since)]


def _notice(one: DecidedSignOff) -> Notice:
    return Notice(
        kind=EmailKind.RETURN_APPROVED if one.approved else EmailKind.RETURN_SENT_BACK,
        about=f"sign-off:{one.sign_off_id}:decided:{key_of(one.recipient.person_ref)}",
        subject_ref=ref("invitation", one.about.invitation_id),
        recipient=one.recipient,
        partnership_id=one.about.asker.partnership_id,
        from_name=one.about.who,
        reply_to=one.signatory.email,
        write=partial(_text, one),
    )


def _text(one: DecidedSignOff) -> Text:
    about = one.about
    return written(
        "return_approved" if one.approved else "return_sent_back",
        name=one.recipient.name,
        who=about.who,
        signatory=one.signatory.name,
        signatory_email=one.signatory.email,
        cycle=about.cycle_title,
        partnership=about.asker.name,
        has_due=about.due is not None,
        due=due_for_email(about.due),
        link=links.plain(links.return_page(about.organisation_slug, about.return_id)),
        contact=named_contact(about.asker),
    )


KIND = Kind("sign-off-decided", due)
