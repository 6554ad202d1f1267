"""Letters: the link of an approved one, to return leads and signatories. What it says is never in an email."""

from datetime import datetime
from functools import partial

from section11.challenge.queries.panel_emails import LetterReader, letter_readers
from section11.lib.refs import key_of, ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text, named_contact
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import written


def due(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email about each letter to each of its readers."""
    return [
        Notice(
            kind=EmailKind.LETTER,
            about=f"letter:{one.letter_id}:{key_of(one.recipient.person_ref)}",
            subject_ref=ref("invitation", one.about.invitation_id),
            recipient=one.recipient,
            partnership_id=one.about.asker.partnership_id,
            from_name=one.about.asker.name,
            reply_to=one.about.asker.email,
            write=partial(_text, one),
        )
        for one in letter_readers(viewer, since)
    ]


def _text(one: LetterReader) -> Text:
    about = one.about
    return written(
        "letter",
        name=one.recipient.name,
        who=about.who,
        cycle=about.cycle_title,
        partnership=about.asker.name,
        is_first=one.number == 1,
        link=links.plain(links.own_letter_page(about.organisation_slug, about.return_id, one.letter_id)),
        contact=named_contact(about.asker),
    )


KIND = Kind("letter", due)
