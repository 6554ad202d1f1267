"""Welcomes to those who get a place in a partnership."""

from datetime import datetime
from functools import partial

from section11.directory.queries.due_emails import NewColleague, new_colleagues
from section11.directory.vocabulary import ROLE_WORDS, Role
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text, named_contact
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import written

CAN: dict[Role, str] = {
    Role.OFFICER: "You can open audits, invite organisations, read returns and see figures.",
    Role.REVIEWER: "You can read the returns that organisations have submitted, challenge them, and see figures.",
    Role.EXECUTIVE_VIEWER: "You can see the summary, the figures and the register of returns.",
    Role.SCRUTINEER: "You can read everything that organisations have submitted, and see figures.",
}
AS: dict[Role, str] = {role: f"{'an' if words[0] in 'AEIOU' else 'a'} {words[0].lower()}{words[1:]}" for role, words in ROLE_WORDS.items()}


def due(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email to each new colleague, for each role."""
    return [_notice(one) for one in new_colleagues(viewer, since)]


def _notice(one: NewColleague) -> Notice:
    return Notice(
        kind=EmailKind.COLLEAGUE_INVITED,
        about=ref("membership", one.membership_id),
        subject_ref=ref("membership", one.membership_id),
        recipient=one.recipient,
        partnership_id=one.asker.partnership_id,
        from_name=one.asker.name,
        reply_to=one.asker.email,
        write=partial(_text, one),
    )


def _text(one: NewColleague) -> Text:
    page = links.partnership_page(one.asker.slug)
    return written(
        "colleague_invited",
        name=one.recipient.name,
        partnership=one.asker.name,
        role=AS[one.role],
        can=CAN[one.role],
        link=links.invited(one.recipient, page, by=one.asker.name, what=f"sign in as {AS[one.role]}"),
        contact=named_contact(one.asker),
    )


KIND = Kind("colleague-invited", due)
