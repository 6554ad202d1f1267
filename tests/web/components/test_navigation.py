import pytest

from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from section11.web.access import ACCESS
from section11.web.components import navigation
from section11.web.components.navigation import Entry, Link, links
from section11.web.who_may import Access, Scope


@pytest.fixture
def menu(monkeypatch: pytest.MonkeyPatch) -> list[Entry]:
    """Two routes of a partnership (one for officers), one of a cycle; addresses made up."""
    shapes = {"today": "/p/{partnership}/", "colleagues": "/p/{partnership}/colleagues", "figures": "/p/{partnership}/{cycle}/figures"}
    monkeypatch.setattr(navigation, "address_of", lambda route, **parts: shapes[route].format(**parts) if route in shapes else "")
    for route, roles in (("today", frozenset[Role]()), ("colleagues", frozenset({Role.OFFICER})), ("figures", frozenset[Role]())):
        monkeypatch.setitem(ACCESS, route, Access(Scope.PARTNERSHIP, roles))
    return [Entry(route.capitalize(), route, parts) for route, parts in (("today", ("partnership",)), ("colleagues", ("partnership",)))] + [
        Entry("Figures", "figures", ("partnership", "cycle")),
        Entry("Not there yet", "not_there_yet", ("partnership",)),
    ]


def viewer(*roles: Role) -> Viewer:
    return Viewer(person_id=1, person_ref="person:1", name="Ama", roles=frozenset(roles))


def test_only_what_the_viewer_may_reach_from_here(menu: list[Entry]) -> None:
    assert [link.label for link in links(menu, viewer(Role.OFFICER), {"partnership": "riverside"}, "/x")] == ["Today", "Colleagues"]
    assert [link.label for link in links(menu, viewer(Role.REVIEWER), {"partnership": "riverside"}, "/x")] == ["Today"]
    in_cycle = links(menu, viewer(), {"partnership": "riverside", "cycle": "2026"}, "/x")
    assert in_cycle[-1] == Link("Figures", "/p/riverside/2026/figures")


def test_pages_of_the_running_audit_are_offered_where_the_address_names_none() -> None:
    running = [Entry("Figures", "figures", ("partnership", "cycle"), "figures")]
    assert links(running, viewer(Role.OFFICER), {"partnership": "riverside"}, "/x") == [Link("Figures", "/p/riverside/current/figures")]
    inside = links(running, viewer(Role.OFFICER), {"partnership": "riverside", "cycle": "2026"}, "/x")
    assert inside == [Link("Figures", "/p/riverside/cycles/2026/figures")]


def test_a_partnership_s_own_menu_is_the_same_inside_an_audit() -> None:
    for parts in ({"partnership": "riverside"}, {"partnership": "riverside", "cycle": "2026"}):
        shown = links(navigation.PARTNERSHIP_MENU, viewer(Role.OFFICER), parts, "/p/riverside/cycles/2026/figures")
        assert [link.label for link in shown] == ["Today", "Cycles", "Organisations", "Actions", "Colleagues", "Emails", "Activity"]
        assert [link.label for link in shown if link.current] == ["Cycles"]


def test_a_page_may_stand_under_a_line_whose_address_is_another(menu: list[Entry]) -> None:
    menu[1] = Entry("Colleagues", "colleagues", ("partnership",), below=("figures",))
    shown = links(menu, viewer(Role.OFFICER), {"partnership": "riverside"}, "/p/riverside/", "figures")
    assert [link.current for link in shown] == ["", "true"]


def test_the_present_page_is_marked_and_the_nearest_above_it(menu: list[Entry]) -> None:
    def marked(path: str) -> list[str]:
        return [link.current for link in links(menu, viewer(Role.OFFICER), {"partnership": "riverside"}, path)]

    assert marked("/p/riverside/") == ["page", ""]
    assert marked("/p/riverside/colleagues") == ["", "page"]
    assert marked("/p/riverside/colleagues/7/change") == ["", "true"]
    assert marked("/elsewhere") == ["", ""]


def test_the_footer_s_pages_are_open_to_all() -> None:
    assert [link.label for link in links(navigation.FOOTER, None, {}, "/")] == ["Help", "Accessibility", "Privacy"]
