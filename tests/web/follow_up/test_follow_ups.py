import pytest
from django.test import Client

from section11.challenge.models import FollowUp
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.directory import make_participation, make_sector
from tests.factories.follow_up import make_follow_up, make_strategic_lead, raised, weak_return
from tests.factories.returns import open_return, partnership_viewer
from tests.queries import assert_queries_below
from tests.web.cycles.pages import read
from tests.web.follow_up.conftest import Scene

pytestmark = pytest.mark.django_db


def test_says_why_with_the_figures_and_who_has_it(officer: Client, scene: Scene):
    assert "Nothing is followed up yet." in read(officer, f"{scene.cycle}/follow-ups")
    raised(scene.opened.cycle)
    text = read(officer, f"{scene.cycle}/follow-ups")
    assert "1 follow-up waits for a strategic lead." in text
    assert scene.opened.participation.name in text
    assert "A must-meet statement is not met: 1.1 (50%, 2 of 4 met)" in text
    assert "Waiting: no lead is named" in text


def test_a_strategic_lead_sees_their_own_sectors_first(scene: Scene):
    cycle = scene.opened.cycle
    theirs = make_sector(cycle.partnership, key="theirs", label="Theirs")
    late = open_return(cycle=cycle, participation=make_participation(cycle.partnership, sector=theirs))
    make_follow_up(scene.opened)
    make_follow_up(late)
    lead = make_strategic_lead(late)
    text = read(signed_in(lead), f"{scene.cycle}/follow-ups")
    table = text.split("Since")[1]
    assert table.index(late.participation.name) < table.index(scene.opened.participation.name)
    assert "Those of your sectors come first." in text
    assert "(you)" in text


def test_filters_by_state_sector_and_reason(officer: Client, scene: Scene):
    raised(scene.opened.cycle)
    other = open_return(cycle=scene.opened.cycle)
    make_follow_up(other)
    FollowUp.objects.filter(invitation=other.invitation).update(state="acknowledged")

    def names(query: str) -> tuple[bool, bool]:
        text = read(officer, f"{scene.cycle}/follow-ups?{query}")
        return scene.opened.participation.name in text, other.participation.name in text

    assert names("state=open") == (True, False)
    assert names("reason=picked") == (False, True)
    assert names(f"sector={scene.opened.invitation.sector.key}") == (True, True)
    assert names("sector=nowhere") == (False, False)
    assert names("state=nonsense&reason=nonsense&page=x") == (True, True)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.SCRUTINEER, Role.EXECUTIVE_VIEWER])
def test_everybody_with_a_role_there_reads(scene: Scene, role: Role):
    make_follow_up(scene.opened)
    assert scene.opened.participation.name in read(signed_in(partnership_viewer(scene.opened, role)), f"{scene.cycle}/follow-ups")


def test_asks_the_database_little_whatever_the_number(officer: Client, scene: Scene):
    raised(scene.opened.cycle)
    with assert_queries_below(10) as few:
        officer.get(f"{scene.cycle}/follow-ups")
    for _ in range(5):
        weak_return("1.1", "1.2", cycle=scene.opened.cycle)
    raised(scene.opened.cycle)
    with assert_queries_below(10) as many:
        officer.get(f"{scene.cycle}/follow-ups")
    assert few.count == many.count
