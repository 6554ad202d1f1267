"""Requests to the senior person to approve a return."""

from datetime import datetime
from functools import partial

from section11.cycles.rules.email_wording import due_for_email
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text, named_contact
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import written
from section11.returns.queries.signing_emails import AskedSignatory, asked_signatories


def due(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email to each signatory who is asked, with a link of their own."""
    return [_notice(one) for one in asked_signatories(viewer, since)]


def _notice(one: AskedSignatory) -> Notice:
    return Notice(
        kind=EmailKind.SIGN_OFF_ASKED,
        about=ref("sign-off", one.sign_off_id),
        subject_ref=ref("invitation", one.about.invitation_id),
        recipient=one.signatory,
        partnership_id=one.about.asker.partnership_id,
        from_name=one.about.who,
        reply_to=one.asked_by.email or one.about.asker.email,
        write=partial(_text, one),
    )


def _text(one: AskedSignatory) -> Text:
    about = one.about
    page = links.sign_off_page(about.organisation_slug, about.return_id)
    return written(
        "sign_off_asked",
        name=one.signatory.name,
        who=about.who,
        asked_by=one.asked_by.name,
        cycle=about.cycle_title,
        partnership=about.asker.name,
        has_due=about.due is not None,
        due=due_for_email(about.due),
        link=links.invited(one.signatory, page, by=one.asked_by.name, what=f"approve the return of {about.who}"),
        contact=f"{one.asked_by.name} ({one.asked_by.email})" if one.asked_by.email else named_contact(about.asker),
    )


KIND = Kind("sign-off-asked", due)
