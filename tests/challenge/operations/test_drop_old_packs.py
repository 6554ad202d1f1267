"""Dropping packs that nobody needs any more."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage

from section11.challenge.models import PanelPack
from section11.challenge.operations.drop_old_packs import drop_old_packs
from section11.challenge.operations.keep_panel_pack import keep_panel_pack
from section11.lib.errors import Absent
from section11.lib.viewer import system_viewer
from tests.factories.panels import make_panel, make_slot
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_after_thirty_days_pack_and_file_go() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened)
    slot = make_slot(panel, opened)
    keep_panel_pack(opened.officer, panel.pk, [slot.pk], b"old", at=AT)
    young = keep_panel_pack(opened.officer, panel.pk, [slot.pk], b"young", at=AT + timedelta(days=2))
    names = {one.pk: one.file.name for one in PanelPack.objects.all()}
    assert drop_old_packs(system_viewer("test"), at=AT + timedelta(days=31)) == 1
    assert [one.pk for one in PanelPack.objects.all()] == [young]
    assert [default_storage.exists(name) for _, name in sorted(names.items())] == [False, True]


def test_only_the_product_itself_drops_them() -> None:
    opened, _ = submitted_return()
    with pytest.raises(Absent):
        drop_old_packs(opened.officer, at=AT)
