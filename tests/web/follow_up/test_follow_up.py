import pytest
from django.test import Client

from section11.challenge.models import FollowUp
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.follow_up import make_follow_up, make_strategic_lead, raised
from tests.factories.returns import partnership_viewer
from tests.queries import assert_queries_below
from tests.web.cycles.pages import post, read, words
from tests.web.follow_up.conftest import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(scene: Scene) -> str:
    raised(scene.opened.cycle)
    return f"{scene.cycle}/follow-ups/{FollowUp.objects.get().pk}"


def test_figures_lead_to_their_rows(officer: Client, scene: Scene, page: str):
    with assert_queries_below(10):
        body = officer.get(page).content.decode()
    assert f'href="{scene.cycle}/figures/rows?statement=1.1&amp;flag=must-meet&amp;basis=agreed"' in body
    assert f'href="{scene.cycle}/figures/rows?flag=must-meet&amp;basis=agreed"' in body
    address = f"{scene.cycle}/figures/rows?statement=1.1&flag=must-meet&basis=agreed"
    assert scene.opened.participation.name in read(officer, address)


def test_the_strategic_lead_takes_it_and_closes_it(scene: Scene, page: str):
    lead = signed_in(make_strategic_lead(scene.opened))
    assert "I have this follow-up" in read(lead, page)
    post(lead, page, step="acknowledge")
    assert "has it." in read(lead, page)
    post(lead, page, 422, step="close", version=2, outcome="")
    post(lead, page, step="close", version=2, outcome="They have a plan.")
    text = read(lead, page)
    assert "They have a plan." in text
    assert "Close this follow-up" not in text


def test_an_officer_sees_whom_it_waits_for_and_may_close_it(officer: Client, scene: Scene, page: str):
    lead = make_strategic_lead(scene.opened)
    text = read(officer, page)
    assert f"This waits for {lead.name}" in text
    assert "I have this follow-up" not in text
    assert "Close this follow-up" in text
    assert lead.name in words(post(officer, page, 422, step="acknowledge"))


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.SCRUTINEER, Role.EXECUTIVE_VIEWER])
def test_others_read_and_change_nothing(scene: Scene, page: str, role: Role):
    reader = signed_in(partnership_viewer(scene.opened, role))
    text = read(reader, page)
    assert "I have this follow-up" not in text
    assert "Close this follow-up" not in text
    post(reader, page, 422, step="close", version=1, outcome="Over")
    assert FollowUp.objects.get().state == "open"


def test_one_who_belongs_there_is_told_that_a_colleague_must(officer: Client, scene: Scene, page: str):
    Membership.objects.filter(person=scene.opened.officer.person_id).update(home_organisation=scene.opened.unit.organisation)
    text = read(officer, page)
    assert "so a colleague must do this" in text
    assert "Close this follow-up" not in text


def test_who_was_slower_keeps_what_they_typed(officer: Client, page: str):
    FollowUp.objects.update(version=7)
    body = post(officer, page, 409, step="close", version=1, outcome="What I typed").content.decode()
    assert "What I typed" in body
    assert 'name="version" value="7"' in body


def test_an_officers_words_are_shown_as_typed(officer: Client, scene: Scene):
    made = make_follow_up(scene.opened, note="<b>Worrying</b> things.")
    assert "<b>Worrying</b> things." in read(officer, f"{scene.cycle}/follow-ups/{made.pk}")


def test_one_of_another_cycle_is_absent(officer: Client, scene: Scene, page: str):
    assert officer.get(page.replace(scene.opened.cycle.slug, "another")).status_code == 404
