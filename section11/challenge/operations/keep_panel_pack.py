"""Keep the packs of a panel as one file."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import Panel, PanelPack
from section11.challenge.queries.pack import slots_with_packs
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


def keep_panel_pack(viewer: Viewer, panel_id: int, slots: Sequence[int], data: bytes, *, at: datetime) -> int:
    """Keep a document that holds the packs of these times: whoever may read every one of them may make and read it.

    That is members, officers and the scrutineer, never about their own organisation. Gives its id.
    """
    if not slots or not set(slots) <= set(slots_with_packs(viewer, panel_id)):
        raise Absent
    panel = Panel.objects.select_related("cycle__partnership").get(pk=panel_id)
    made = PanelPack(panel=panel, slots=",".join(map(str, slots)), size=len(data), made_at=at, made_by_name=viewer.name)
    made.file.save(f"{uuid4().hex}.pdf", ContentFile(data), save=False)
    with transaction.atomic():
        made.save()
        record_event(
            panel.cycle.partnership.ref,
            verb="made-panel-pack",
            actor=viewer.person_ref,
            subject=panel.ref,
            at=at,
            details={"slots": list(slots)},
        )
    return made.pk
