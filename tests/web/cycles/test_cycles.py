from django.test import Client

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from section11.directory.models import Partnership
from section11.directory.vocabulary import Role
from tests.factories.cycles import make_cycle, make_invitation
from tests.web.cycles.conftest import BrowserOf
from tests.web.cycles.pages import BASE, read


def test_every_audit_with_its_state_and_returns(client: Client, partnership: Partnership, draft: Cycle) -> None:
    assert "Section 11 audit 2027 Small standards Draft 31 March 2027" in read(client, f"{BASE}/cycles")
    other = make_cycle(partnership, title="Audit 2026", rolling=True, due=None)
    make_invitation(other, submissions=1)
    make_invitation(other)
    make_cycle(partnership, title="Audit 2025", state=CycleState.CLOSED)
    make_cycle(title="Somebody else's")
    text = read(client, f"{BASE}/cycles")
    assert "Audit 2026 Small standards Open Rolling 1 of 2" in text
    assert text.index("Audit 2025") < text.index("Audit 2026") < text.index("audit 2027")
    assert "Somebody" not in text


def test_drafts_and_the_way_to_a_new_one_are_for_officers(browser_of: BrowserOf, draft: Cycle) -> None:
    for role in (Role.REVIEWER, Role.EXECUTIVE_VIEWER, Role.SCRUTINEER):
        text = read(browser_of(role), f"{BASE}/cycles")
        assert "Section 11 audit 2027" not in text
        assert "Set up" not in text
    assert "There is no audit yet" in text


def test_a_list_of_none_says_how_it_fills(client: Client) -> None:
    assert "There is no audit yet. Set one up" in read(client, f"{BASE}/cycles")
