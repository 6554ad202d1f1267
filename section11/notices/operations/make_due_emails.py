"""Make the emails that are due."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from section11.lib.refs import ref
from section11.lib.viewer import system_viewer
from section11.notices.kinds import KINDS
from section11.notices.models import Email, Mark
from section11.notices.notice import Kind, Notice
from section11.notices.writing import message_id, one_line

logger = logging.getLogger(__name__)
LOOK_BACK = timedelta(hours=1)  # longer than any transaction, or job, is open: what is committed late is still found
FIRST_LOOK_BACK = timedelta(days=2)
MARK_EVERY = timedelta(minutes=10)  # where nothing happens nothing is written
CHUNK = 500


def make_due_emails(*, at: datetime, kinds: Sequence[Kind] = KINDS) -> int:
    """Keep one email for everything committed that asks for one and has none yet; the scheduler does, every two seconds.

    Each kind looks at what happened since a little before it last looked. What an email is `about` is unique, so that
    looking twice, or two schedulers at once, never make a second one. A kind that fails is logged and looked at again.
    Answers how many were made.
    """
    marks = dict(Mark.objects.values_list("kind", "until"))
    made = 0
    for kind in kinds:
        try:
            made += _make(kind, marks.get(kind.name), at)
        except Exception:
            logger.exception("emails of kind %r could not be made; they are tried again", kind.name)
    return made


def _make(kind: Kind, until: datetime | None, at: datetime) -> int:
    if kind.by_day and until and at <= until + MARK_EVERY:
        return 0  # the calendar is in no hurry
    since = until - LOOK_BACK if until else at - FIRST_LOOK_BACK
    new = _without_made(kind.due(system_viewer("notices"), at if kind.by_day else since))
    emails = [_email(notice, at) for notice in new]
    if emails:
        Email.objects.bulk_create(emails, ignore_conflicts=True)
    if until is None or at > until + MARK_EVERY:
        Mark.objects.update_or_create(kind=kind.name, defaults={"until": at})
    return len(emails)


def _without_made(notices: list[Notice]) -> list[Notice]:
    """Those that nobody has made an email of."""
    wanted = list({notice.about: notice for notice in notices}.values())
    made: set[str] = set()
    for start in range(0, len(wanted), CHUNK):
        some = [notice.about for notice in wanted[start : start + CHUNK]]
        made.update(Email.objects.filter(about__in=some).values_list("about", flat=True))
    return [notice for notice in wanted if notice.about not in made]


def _email(notice: Notice, at: datetime) -> Email:
    text = notice.write()
    return Email(
        about=notice.about,
        kind=notice.kind,
        partnership_ref=ref("partnership", notice.partnership_id) if notice.partnership_id else "",
        subject_ref=notice.subject_ref,
        to=notice.recipient.email,
        to_name=one_line(notice.recipient.name)[:200],
        from_name=one_line(notice.from_name)[:200],
        reply_to=notice.reply_to,
        subject=text.subject,
        body=text.body,
        message_id=message_id(notice.about),
        created_at=at,
        due_at=at,
    )
