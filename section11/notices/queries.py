"""The emails that a partnership's officers see, and its scrutineers may read."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, QuerySet

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.paging import Page, page_number, window
from section11.lib.refs import key_of, ref
from section11.lib.viewer import Viewer
from section11.notices.models import Email
from section11.notices.vocabulary import EMAIL_KIND_WORDS, EMAIL_STATE_WORDS, IN_TROUBLE, MAY_BE_SENT_AGAIN, TROUBLED, EmailKind, EmailState

LATE = timedelta(minutes=15)
CHASES_ORGANISATION = (EmailKind.LADDER_REMINDER, EmailKind.LADDER_OVERDUE, EmailKind.LADDER_SENIOR)
READERS = (Role.OFFICER, Role.SCRUTINEER)


@dataclass(frozen=True, slots=True)
class EmailRow:
    """One email as the list shows it."""

    email_id: int
    kind: EmailKind
    to: str
    to_name: str
    subject: str
    state: EmailState
    created_at: datetime
    due_at: datetime
    sent_at: datetime | None
    problem: str

    @property
    def kind_words(self) -> str:
        """What it is for."""
        return EMAIL_KIND_WORDS[self.kind]

    @property
    def state_words(self) -> str:
        """Where it stands."""
        return EMAIL_STATE_WORDS[self.state]

    @property
    def may_be_sent_again(self) -> bool:
        """Whether an officer may send it again."""
        return self.state in MAY_BE_SENT_AGAIN

    @property
    def may_come_back(self) -> bool:
        """Whether an officer may say that it came back."""
        return self.state in (EmailState.SENT, EmailState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class EmailView(EmailRow):
    """One email, whole."""

    reply_to: str
    body: str


@dataclass(frozen=True, slots=True)
class EmailList:
    """A page of emails, how many there are of each state, and how many wait too long."""

    page: Page[EmailRow]
    counts: dict[EmailState, int]
    late: int


def _own(viewer: Viewer, *roles: Role) -> QuerySet[Email]:
    if viewer.partnership_id is None or not viewer.has(*(roles or (Role.OFFICER,))):
        raise Absent
    return Email.objects.filter(partnership_ref=ref("partnership", viewer.partnership_id))


def own_emails(viewer: Viewer, *, state: str = "", page: str = "1", at: datetime) -> EmailList:
    """The emails of the viewer's partnership, the newest on top; for its officers and scrutineers.

    `state` is one state, or `trouble` for all that wait for an officer; anything else means all.
    """
    own = _own(viewer, *READERS)
    counts = {EmailState(s): n for s, n in own.order_by().values_list("state").annotate(n=Count("pk"))}
    wanted = TROUBLED if state == IN_TROUBLE else {EmailState(state)} if state in set(EmailState) else set(EmailState)
    total = sum(counts.get(one, 0) for one in wanted)
    number = page_number(page, total)
    rows = [_row(email) for email in own.filter(state__in=wanted).order_by("-created_at", "-pk")[window(number)]]
    late = own.filter(state=EmailState.DUE, created_at__lt=at - LATE).count() if counts.get(EmailState.DUE) else 0
    return EmailList(Page(rows, number, total), counts, late)


def emails_about(viewer: Viewer, subject_ref: str) -> list[EmailRow]:
    """The emails of the viewer's partnership about one thing (`invitation:12`), the newest on top; its officers only."""
    return [_row(email) for email in _own(viewer).filter(subject_ref=subject_ref).order_by("-created_at", "-pk")]


def emails_in_trouble(viewer: Viewer) -> int:
    """How many emails of the viewer's partnership could not be sent, or may not have been; its officers only."""
    return _own(viewer).filter(state__in=TROUBLED).count()


def chased_at(viewer: Viewer, invitation_ids: Collection[int]) -> dict[int, datetime]:
    """When the chasing ladder last wrote to anybody about each of these invitations; its officers only."""
    refs = [ref("invitation", one) for one in invitation_ids]
    went = _own(viewer).filter(subject_ref__in=refs, kind__in=CHASES_ORGANISATION, sent_at__isnull=False).order_by()
    return {int(key_of(subject)): at for subject, at in went.values_list("subject_ref").annotate(last=Max("sent_at"))}


def _row(email: Email) -> EmailRow:
    return EmailRow(
        email_id=email.pk,
        kind=EmailKind(email.kind),
        to=email.to,
        to_name=email.to_name,
        subject=email.subject,
        state=EmailState(email.state),
        created_at=email.created_at,
        due_at=email.due_at,
        sent_at=email.sent_at,
        problem=email.problem,
    )


def officers_email(viewer: Viewer, email_id: int) -> EmailView:
    """One email of the viewer's partnership, for its officers to do something about."""
    if not viewer.has(Role.OFFICER):
        raise Absent
    return own_email(viewer, email_id)


def own_email(viewer: Viewer, email_id: int) -> EmailView:
    """One email of the viewer's partnership; for its officers and scrutineers."""
    email = _own(viewer, *READERS).filter(pk=email_id).first()
    if email is None:
        raise Absent
    return EmailView(
        email_id=email.pk,
        kind=EmailKind(email.kind),
        to=email.to,
        to_name=email.to_name,
        subject=email.subject,
        state=EmailState(email.state),
        created_at=email.created_at,
        due_at=email.due_at,
        sent_at=email.sent_at,
        problem=email.problem,
        reply_to=email.reply_to,
        body=email.body,
    )
