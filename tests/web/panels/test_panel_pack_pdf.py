"""Downloading the packs of a panel."""

import pytest

from section11.challenge.operations.keep_panel_pack import keep_panel_pack
from tests.factories.browsers import signed_in
from tests.factories.panels import belongs, make_panel
from tests.factories.returns import AT
from tests.web.panels.pages import a_day

pytestmark = pytest.mark.django_db


def test_whoever_may_read_each_pack_in_it_downloads_it() -> None:
    day = a_day()
    made = keep_panel_pack(day.opened.officer, day.panel.pk, [slot.pk for slot in day.slots], b"%PDF-1.7", at=AT)
    answer = signed_in(day.reviewer).get(day.at("panel_pack_pdf", pack=made))
    assert answer.getvalue() == b"%PDF-1.7"
    assert answer["Content-Disposition"] == 'attachment; filename="panel-of-the-schools.pdf"'
    belongs(day.reviewer, day.returns[1])
    assert signed_in(day.reviewer).get(day.at("panel_pack_pdf", pack=made)).status_code == 404
    other = make_panel(day.opened)
    assert signed_in(day.opened.officer).get(day.at("panel_pack_pdf", pack=made, panel=other.pk)).status_code == 404
