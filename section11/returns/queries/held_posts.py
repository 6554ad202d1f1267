"""Texts held for a person whose session had ended when they posted them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from section11.lib.viewer import Viewer
from section11.returns.models import HeldPost
from section11.returns.rules.holding import oldest_shown


@dataclass(frozen=True, slots=True)
class HeldText:
    """One held post: the page it belongs to, its fields as typed, and when."""

    held_id: int
    path: str
    fields: Mapping[str, list[str]]
    held_at: datetime

    @property
    def single(self) -> dict[str, str]:
        """Each field's last text, as a form reads it."""
        return {name: texts[-1] for name, texts in self.fields.items() if texts}


def held_posts(viewer: Viewer, *, at: datetime, path: str | None = None) -> list[HeldText]:
    """What is held for the viewer, at one page or anywhere, the newest first; never older than 24 hours."""
    found = HeldPost.objects.filter(person=viewer.person_id, held_at__gt=oldest_shown(at)).order_by("-held_at", "-pk")
    if path is not None:
        found = found.filter(path=path)
    return [HeldText(held_id=one.pk, path=one.path, fields=one.fields, held_at=one.held_at) for one in found]
