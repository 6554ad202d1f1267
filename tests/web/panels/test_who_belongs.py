"""Who belongs to an organisation opens nothing that judges its return, whatever their role and however they belong there."""

from collections.abc import Callable

import pytest

from section11.challenge.models import Letter, PanelSlot
from section11.challenge.operations.keep_panel_pack import keep_panel_pack
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from tests.factories.browsers import signed_in
from tests.factories.panels import belongs, make_letter, make_panel, make_slot, works_there
from tests.factories.returns import AT, Opened, partnership_viewer, submitted_return
from tests.web.letters.pages import in_cycle, of_letter

pytestmark = pytest.mark.django_db
HOWS: tuple[Callable[[Viewer, Opened], Membership | None], ...] = (belongs, works_there)


@pytest.mark.parametrize("how", HOWS)
@pytest.mark.parametrize("role", [Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER])
def test_each_of_these_is_absent(role: Role, how: Callable[[Viewer, Opened], Membership | None]) -> None:
    opened, _ = submitted_return()
    viewer = partnership_viewer(opened, role)
    letter = make_letter(opened)
    panel = make_panel(opened, viewer)
    slot = make_slot(panel, opened)
    pack = keep_panel_pack(opened.officer, panel.pk, [slot.pk], b"%PDF-1.7", at=AT)
    how(viewer, opened)
    client, start = signed_in(viewer), f"{in_cycle(opened, 'panels')}/{panel.pk}"
    closed = [f"{start}/slots/{slot.pk}/{page}" for page in ("pack", "pack.pdf", "outcome")]
    closed.append(f"{start}/packs/{pack}.pdf")
    closed += [of_letter(opened, name, letter, "draft") for name in ("edit_letter", "approve_letter", "discard_letter")]
    closed += [of_letter(opened, name, letter) for name in ("letter", "letter_pdf")]
    for address in closed:
        assert client.get(address).status_code == 404, address
        assert client.post(address, {"version": 1, "outcome": "assured", "body": "Mine"}).status_code == 404, address
    page = client.get(start).content.decode()
    assert "You belong to this organisation" in page
    assert not any(f'href="{address}"' in page for address in closed)
    assert (PanelSlot.objects.get().outcome, Letter.objects.get().version) == ("", 1)
