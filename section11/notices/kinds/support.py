"""A support conversation that was agreed or held, told to the return leads. What was said is not told here."""

from datetime import datetime
from functools import partial

from section11.challenge.queries.help_emails import SupportNews, support_news
from section11.challenge.vocabulary import SupportState
from section11.lib.refs import key_of, ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text, named_contact
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import written


def due(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email about each date, and about each record, to each lead."""
    return [_notice(one) for one in support_news(viewer, since)]


def _notice(one: SupportNews) -> Notice:
    return Notice(
        kind=EmailKind.SUPPORT_AGREED if one.state is SupportState.AGREED else EmailKind.SUPPORT_LOGGED,
        about=f"support:{one.support_id}:{one.version}:{key_of(one.recipient.person_ref)}",
        subject_ref=ref("invitation", one.about.invitation_id),
        recipient=one.recipient,
        partnership_id=one.about.asker.partnership_id,
        from_name=one.about.asker.name,
        reply_to=one.about.asker.email,
        write=partial(_text, one),
    )


def _text(one: SupportNews) -> Text:
    about = one.about
    return written(
        "support_agreed" if one.state is SupportState.AGREED else "support_logged",
        name=one.recipient.name,
        who=about.who,
        cycle=about.cycle_title,
        partnership=about.asker.name,
        day=one.agreed_for,
        with_whom=one.with_whom,
        link=links.plain(links.return_page(about.organisation_slug, about.return_id)),
        contact=named_contact(about.asker),
    )


KIND = Kind("support", due)
