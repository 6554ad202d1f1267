import pytest

from section11.challenge.models import Opinion
from section11.challenge.operations.give_opinion import give_opinion
from section11.challenge.operations.save_opinion import save_opinion
from section11.challenge.queries.opinions import opinions
from section11.challenge.vocabulary import OpinionState
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent, Conflict, Refused
from tests.factories.judging import verbs
from tests.factories.returns import AT, Opened, open_return, partnership_viewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(db: None) -> Opened:
    return open_return()


def test_everybody_in_the_partnership_reads_what_was_given(opened: Opened) -> None:
    scrutineer = partnership_viewer(opened, Role.SCRUTINEER)
    save_opinion(scrutineer, opened.cycle.slug, "Well led.", version=0, at=AT)
    assert give_opinion(scrutineer, opened.cycle.slug, version=1, at=AT) == 1
    row = Opinion.objects.get()
    assert (row.state, row.given_at, row.text) == (OpinionState.GIVEN, AT, "Well led.")
    assert verbs(opened.partnership_stream)[-1] == "gave-opinion"
    for role in PARTNERSHIP_ROLES:
        [given] = opinions(partnership_viewer(opened, role), opened.cycle.slug).given
        assert (given.number, given.text, given.by) == (1, "Well led.", scrutineer.name)


def test_it_is_given_as_it_was_seen_with_words_and_once(opened: Opened) -> None:
    scrutineer = partnership_viewer(opened, Role.SCRUTINEER)
    save_opinion(scrutineer, opened.cycle.slug, "", version=0, at=AT)
    with pytest.raises(Absent):
        give_opinion(partnership_viewer(opened, Role.SCRUTINEER), opened.cycle.slug, version=1, at=AT)
    save_opinion(scrutineer, opened.cycle.slug, " \n", version=1, at=AT)
    with pytest.raises(Refused, match="Write your opinion"):
        give_opinion(scrutineer, opened.cycle.slug, version=1, at=AT)
    save_opinion(scrutineer, opened.cycle.slug, "Well led.", version=1, at=AT)
    with pytest.raises(Conflict):
        give_opinion(scrutineer, opened.cycle.slug, version=1, at=AT)
    give_opinion(scrutineer, opened.cycle.slug, version=2, at=AT)
    with pytest.raises(Absent):
        give_opinion(scrutineer, opened.cycle.slug, version=3, at=AT)


def test_nobody_else_gives(opened: Opened) -> None:
    for role in (Role.OFFICER, Role.REVIEWER, Role.EXECUTIVE_VIEWER):
        with pytest.raises(Absent):
            give_opinion(partnership_viewer(opened, role), opened.cycle.slug, version=1, at=AT)
