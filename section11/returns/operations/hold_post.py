"""Keep what somebody typed and posted after their session ended."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.returns.models import HeldPost

MOST_BYTES = 200 * 1024
MOST_POSTS = 20
NOT_TYPED = frozenset({"csrfmiddlewaretoken", "hold", "page"})


def hold_post(viewer: Viewer, *, path: str, fields: Mapping[str, Sequence[str]], at: datetime) -> HeldPost:
    """Keep the text of a post for the person who typed it, for 24 hours, to be shown again at the page it came from.

    Anybody may, for themselves. Not an act upon a return, so no activity event. At most 20 are kept, the newest ones.
    """
    typed = {_plain(name): [_plain(text) for text in texts] for name, texts in fields.items() if name not in NOT_TYPED}
    if len(json.dumps(typed)) > MOST_BYTES:
        raise Refused("This is more text than we can keep. Copy it to a document of your own before you sign in")
    if not any(text.strip() for texts in typed.values() for text in texts):
        raise Refused("There is no text to keep")
    if len(path) > 300:
        raise Refused("We cannot tell which page this text belongs to. Copy it before you sign in")
    with transaction.atomic():
        own = HeldPost.objects.filter(person=viewer.person_id).order_by("-held_at", "-pk")
        newest = own.first()
        if newest is not None and newest.path == path and newest.fields == typed:
            HeldPost.objects.filter(pk=newest.pk).update(held_at=at)
            return newest
        made = HeldPost.objects.create(person_id=viewer.person_id, path=path, fields=typed, held_at=at)
        kept = list(own.values_list("pk", flat=True)[:MOST_POSTS])
        own.exclude(pk__in=kept).delete()
    return made


def _plain(text: str) -> str:
    """Without the characters that a database refuses."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()
