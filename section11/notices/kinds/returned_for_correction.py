"""A submission came back for correction, told to the return leads."""

from datetime import datetime
from functools import partial

from section11.lib.refs import key_of, ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text, named_contact
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import written
from section11.returns.queries.correction_emails import CorrectionAsked, corrections_asked


def due(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email about each to each lead."""
    return [_notice(one) for one in corrections_asked(viewer, since)]


def _notice(one: CorrectionAsked) -> Notice:
    return Notice(
        kind=EmailKind.RETURNED_FOR_CORRECTION,
        about=f"amendment:{one.amendment_id}:returned:{key_of(one.recipient.person_ref)}",
        subject_ref=ref("invitation", one.about.invitation_id),
        recipient=one.recipient,
        partnership_id=one.about.asker.partnership_id,
        from_name=one.about.asker.name,
        reply_to=one.about.asker.email,
        write=partial(_text, one),
    )


def _text(one: CorrectionAsked) -> Text:
    about = one.about
    return written(
        "returned_for_correction",
        name=one.recipient.name,
        who=about.who,
        officer=one.returned_by,
        cycle=about.cycle_title,
        partnership=about.asker.name,
        link=links.plain(links.return_page(about.organisation_slug, about.return_id)),
        contact=named_contact(about.asker),
    )


KIND = Kind("returned-for-correction", due)
