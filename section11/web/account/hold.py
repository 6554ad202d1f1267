"""Nothing typed is lost: what is posted without a session, or with an outdated form, is kept for the person who typed it.

Answer forms carry a hold token that names their person. It lets text in, and nothing out: who reads it must sign in.
"""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from django.core import signing
from django.http import HttpRequest

from section11.directory.queries import viewer_of_person
from section11.directory.queries.persons import person_of_ref
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.returns.operations.hold_post import NOT_TYPED, hold_post
from section11.web.account.local_path import page_of_post
from section11.web.who_may import Access

SALT = "section11.hold"
DAYS = 30  # a page may stay open for long
NOT_SHOWN = NOT_TYPED | {"version", "action", "next", "held"}
UNSEEN = ("-version", "-was", "-action_id", "-action_version", "-action_was")  # how hidden fields of a standard's page end
OF_STATEMENT = re.compile(r"^s-(\w+)-")  # `s-1_2-comment`
KEPT_WORDS = "What you typed is kept for 24 hours. Sign in to see it again and save it."


def make_hold_token(person_ref: str) -> str:
    """The token that the answer forms of this person carry."""
    return signing.dumps(person_ref, salt=SALT)


def person_of_token(token: str) -> str:
    """Whose token it is; nothing when it is not ours or too old."""
    try:
        person_ref = signing.loads(token, salt=SALT, max_age=DAYS * 86_400)
    except signing.BadSignature:
        return ""
    return person_ref if isinstance(person_ref, str) else ""


def hold_typed(request: HttpRequest, access: Access | None, *, only_for: str = "") -> str:
    """Keep what was posted, if the route holds and the token is good: gives the page it came from, else nothing.

    `only_for`: a person's reference; text of anybody else is not kept.
    """
    if request.method != "POST" or access is None or not access.holds:
        return ""
    person_ref = person_of_token(request.POST.get("hold", ""))
    if only_for and person_ref != only_for:
        return ""
    person = person_of_ref(person_ref)
    if person is None:
        return ""
    page = page_of_post(request)
    fields = {name: [text for text in texts if isinstance(text, str)] for name, texts in request.POST.lists()}
    try:
        hold_post(viewer_of_person(person), path=urlsplit(page).path, fields=fields, at=now())
    except Refused:
        return ""
    return page


def typed_back(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, to be shown for copying: the fields' names as words, and their texts."""
    return texts_in_words((name, [text for text in texts if isinstance(text, str)]) for name, texts in request.POST.lists())


def texts_in_words(fields: Iterable[tuple[str, Sequence[str]]]) -> list[tuple[str, str]]:
    """Fields of a form for reading: their names as words, their texts; without those that nobody typed."""
    return [
        (_in_words(name), text)
        for name, texts in fields
        for text in texts
        if name not in NOT_SHOWN and not name.endswith(UNSEEN) and text.strip()
    ]


def _in_words(name: str) -> str:
    """`contact_email` as `Contact email`, `s-1_2-comment` as `1.2 comment`."""
    name = OF_STATEMENT.sub(lambda found: found.group(1).replace("_", ".") + " ", name)
    return name.replace("_", " ").replace("-", " ").strip().capitalize()


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asks, not a person's browser going to a page."""
    return "application/json" in request.headers.get("Accept", "")
