"""What becomes of a registration: told to who asked, and to the officers whom it waits for."""

from datetime import datetime
from functools import partial

from section11.directory.queries.due_emails import Recipient, RegistrationNews, asked_registrations, decided_registrations
from section11.directory.vocabulary import RegistrationState
from section11.lib.refs import key_of, ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text, named_contact
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import written


def asked(viewer: Viewer, since: datetime) -> list[Notice]:
    """A receipt to who registered, and, while it waits, a note to each officer."""
    found = []
    for news in asked_registrations(viewer, since):
        found.append(_notice(news, EmailKind.REGISTRATION_ASKED, news.lead, "asked"))
        if news.state == RegistrationState.WAITING:
            found += [_notice(news, EmailKind.REGISTRATION_WAITING, one, key_of(one.person_ref)) for one in news.officers]
    return found


def decided(viewer: Viewer, since: datetime) -> list[Notice]:
    """The answer to who registered."""
    kinds = {RegistrationState.APPROVED: EmailKind.REGISTRATION_APPROVED, RegistrationState.DECLINED: EmailKind.REGISTRATION_DECLINED}
    return [_notice(news, kinds[RegistrationState(news.state)], news.lead, "decided") for news in decided_registrations(viewer, since)]


def _notice(news: RegistrationNews, kind: EmailKind, recipient: Recipient, step: str) -> Notice:
    return Notice(
        kind=kind,
        about=f"registration:{news.registration_id}:{step}",
        subject_ref=ref("registration", news.registration_id),
        recipient=recipient,
        partnership_id=news.asker.partnership_id,
        from_name=news.asker.name,
        reply_to=news.asker.email,
        write=partial(_text, news, kind, recipient),
    )


def _text(news: RegistrationNews, kind: EmailKind, recipient: Recipient) -> Text:
    waiting = links.plain(links.registrations_page(news.asker.slug))
    signing_in = links.invited(recipient, links.START, by=news.asker.name, what=f"answer for {news.organisation}")
    return written(
        kind.replace("-", "_"),
        name=recipient.name,
        who=news.organisation,
        partnership=news.asker.name,
        contact=named_contact(news.asker),
        reason=news.reason,
        at=news.at,
        link=waiting if kind == EmailKind.REGISTRATION_WAITING else signing_in,
    )


ASKED = Kind("registration-asked", asked)
DECIDED = Kind("registration-decided", decided)
