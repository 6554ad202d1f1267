"""The links that emails carry. A link says who was invited and where to go; it signs nobody in."""

from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.core import signing

SALT = "section11.invited"
DAYS = 180  # a cycle's window and the time to its report


@dataclass(frozen=True, slots=True)
class InvitedLink:
    """What a link says: who is asked, by whom, to what, and the page to go to after sign-in."""

    person_ref: str
    page: str
    by: str
    what: str


class LinkProblem(StrEnum):
    EXPIRED = "expired"  # it was good once
    BROKEN = "broken"  # cut or changed on its way


def invited_address(*, person_ref: str, page: str, by: str, what: str) -> str:
    """The whole address to put in an email: `by` (a partnership or person) asks this person to `what`, at the local path `page`."""
    token = signing.dumps([person_ref, page, by, what], salt=SALT, compress=True)
    return f"{settings.PUBLIC_URL}/invited/{token}"


def read_invited_token(token: str) -> InvitedLink | LinkProblem:
    """What a link's token says, or what is wrong with it."""
    try:
        person_ref, page, by, what = signing.loads(token, salt=SALT, max_age=DAYS * 86_400)
    except signing.SignatureExpired:
        return LinkProblem.EXPIRED
    except (signing.BadSignature, ValueError, TypeError):
        return LinkProblem.BROKEN
    return InvitedLink(person_ref=person_ref, page=page, by=by, what=what)
