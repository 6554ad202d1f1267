import pytest
from django.test import Client

from section11.challenge.models import SupportConversation
from section11.challenge.vocabulary import SupportState
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.follow_up import make_support
from tests.factories.returns import partnership_viewer, submitted_return
from tests.queries import assert_queries_below
from tests.web.cycles.pages import read
from tests.web.follow_up.conftest import Scene

pytestmark = pytest.mark.django_db


def test_offers_what_can_be_done_next(officer: Client, scene: Scene):
    row = make_support(scene.opened)

    def offered(state: SupportState) -> list[str]:
        SupportConversation.objects.filter(pk=row.pk).update(state=state)
        with assert_queries_below(10):
            text = read(officer, f"{scene.invitation}/support")
        return [words for words in ("Agree a day", "Agree another day", "Log what was said", "Close it") if words in text]

    assert offered(SupportState.NEEDED) == ["Agree a day", "Close it"]
    assert offered(SupportState.AGREED) == ["Agree another day", "Log what was said", "Close it"]
    assert offered(SupportState.LOGGED) == ["Agree another day", "Log what was said", "Close it"]
    assert offered(SupportState.CLOSED) == []


def test_shows_what_was_agreed_and_said(officer: Client, scene: Scene):
    make_support(scene.opened, SupportState.LOGGED)
    text = read(officer, f"{scene.invitation}/support")
    for told in ("Day 5 October 2026", "Olive Officer and Ann Lead", "Training comes first."):
        assert told in text
    assert "Support conversation : held, 5 October 2026" in read(officer, scene.invitation)


def test_others_read_and_one_who_belongs_there_does_not_act(officer: Client, scene: Scene):
    make_support(scene.opened)
    reviewer = signed_in(partnership_viewer(scene.opened, Role.REVIEWER))
    assert "Agree a day" not in read(reviewer, f"{scene.invitation}/support")
    Membership.objects.filter(person=scene.opened.officer.person_id).update(home_organisation=scene.opened.unit.organisation)
    text = read(officer, f"{scene.invitation}/support")
    assert "a colleague must agree" in text
    assert "Agree a day" not in text


def test_a_return_that_needs_none_has_no_such_page(scene: Scene):
    met, _ = submitted_return(cycle=scene.opened.cycle)
    assert signed_in(met.officer).get(f"{scene.cycle}/invitations/{met.invitation.pk}/support").status_code == 404
