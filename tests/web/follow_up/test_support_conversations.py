import pytest
from django.test import Client

from section11.challenge.vocabulary import SupportState
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.follow_up import make_support, weak_return
from tests.factories.returns import partnership_viewer
from tests.queries import assert_queries_below
from tests.web.cycles.pages import read
from tests.web.follow_up.conftest import Scene

pytestmark = pytest.mark.django_db


def test_lists_them_by_what_is_still_to_do(officer: Client, scene: Scene):
    assert "None yet." in read(officer, f"{scene.cycle}/support")
    other, _ = weak_return("2.1", cycle=scene.opened.cycle)
    make_support(scene.opened, SupportState.AGREED)
    text = read(officer, f"{scene.cycle}/support")
    assert "1 conversation is still to be agreed." in text
    assert text.index(other.participation.name) < text.index(scene.opened.participation.name)
    assert "2 November 2026 in 28 days" in text
    assert "Agreed (1)" in text
    filtered = read(officer, f"{scene.cycle}/support?state=agreed")
    assert other.participation.name not in filtered
    assert "No conversation is like that." in read(officer, f"{scene.cycle}/support?state=closed")
    assert "No conversation is like that." in read(officer, f"{scene.cycle}/support?sector=nowhere")


@pytest.mark.parametrize(("role", "status"), [(Role.REVIEWER, 200), (Role.SCRUTINEER, 200), (Role.EXECUTIVE_VIEWER, 404)])
def test_those_who_read_submissions_read_them(scene: Scene, role: Role, status: int):
    assert signed_in(partnership_viewer(scene.opened, role)).get(f"{scene.cycle}/support").status_code == status


def test_asks_the_database_little_whatever_the_number(officer: Client, scene: Scene):
    make_support(scene.opened)
    with assert_queries_below(10) as few:
        officer.get(f"{scene.cycle}/support")
    for _ in range(5):
        make_support(weak_return("2.1", cycle=scene.opened.cycle)[0])
    with assert_queries_below(10) as many:
        officer.get(f"{scene.cycle}/support")
    assert few.count == many.count
