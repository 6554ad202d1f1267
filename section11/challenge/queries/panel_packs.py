"""The documents that hold all packs of a panel, for whoever may read each pack in it."""

from dataclasses import dataclass
from datetime import datetime

from django.core.files.base import File

from section11.challenge.models import PanelPack
from section11.challenge.queries.pack import slots_with_packs
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class PackFile:
    """One document. `is_whole`: holds every pack that the viewer may read now."""

    pack_id: int
    returns: int
    size: int
    made_at: datetime
    made_by: str
    is_whole: bool


def panel_packs(viewer: Viewer, panel_id: int) -> tuple[list[PackFile], int]:
    """Those that the viewer may read, the newest first, and how many packs of the panel they may read in all."""
    mine = set(slots_with_packs(viewer, panel_id))
    rows = [one for one in PanelPack.objects.filter(panel=panel_id) if set(one.slot_ids) <= mine] if mine else []
    return [PackFile(p.pk, len(p.slot_ids), p.size, p.made_at, p.made_by_name, set(p.slot_ids) == mine) for p in rows[:5]], len(mine)


def panel_pack_file(viewer: Viewer, panel_id: int, pack_id: int) -> tuple[str, File[bytes]]:
    """The panel's title and the open file; `Absent` when it holds a pack that is not for this viewer."""
    found = PanelPack.objects.filter(pk=pack_id, panel=panel_id).select_related("panel").first()
    if found is None or not set(found.slot_ids) <= set(slots_with_packs(viewer, panel_id)):
        raise Absent
    return found.panel.title, found.file.open("rb")
