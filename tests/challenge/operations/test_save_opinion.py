import pytest

from section11.challenge.models import Opinion
from section11.challenge.operations.give_opinion import give_opinion
from section11.challenge.operations.save_opinion import save_opinion
from section11.challenge.queries.opinions import opinions
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from tests.factories.cycles import make_cycle
from tests.factories.directory import make_viewer
from tests.factories.judging import verbs
from tests.factories.returns import AT, Opened, open_return, partnership_viewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(db: None) -> Opened:
    return open_return()


def test_a_draft_is_its_writers_alone(opened: Opened) -> None:
    scrutineer = partnership_viewer(opened, Role.SCRUTINEER)
    assert save_opinion(scrutineer, opened.cycle.slug, "So far so good.", version=0, at=AT) == 1
    assert save_opinion(scrutineer, opened.cycle.slug, "So far, so good.", version=1, at=AT) == 2
    assert save_opinion(scrutineer, opened.cycle.slug, "So far, so good.", version=2, at=AT) == 2
    assert verbs(opened.partnership_stream)[-2:] == ["saved-opinion", "saved-opinion"]
    for other in (opened.officer, partnership_viewer(opened, Role.SCRUTINEER)):
        told = opinions(other, opened.cycle.slug)
        assert told.given == ()
        assert told.draft is None or told.draft.text == ""


def test_the_slower_of_two_windows_sees_both(opened: Opened) -> None:
    scrutineer = partnership_viewer(opened, Role.SCRUTINEER)
    save_opinion(scrutineer, opened.cycle.slug, "First.", version=0, at=AT)
    with pytest.raises(Conflict) as told:
        save_opinion(scrutineer, opened.cycle.slug, "Second.", version=0, at=AT)
    assert (told.value.mine, told.value.theirs) == ({"text": "Second."}, {"text": "First."})


def test_after_it_was_given_a_window_that_still_shows_it_changes_nothing(opened: Opened) -> None:
    scrutineer = partnership_viewer(opened, Role.SCRUTINEER)
    save_opinion(scrutineer, opened.cycle.slug, "First.", version=0, at=AT)
    give_opinion(scrutineer, opened.cycle.slug, version=1, at=AT)
    with pytest.raises(Refused, match="never changes again"):
        save_opinion(scrutineer, opened.cycle.slug, "Second.", version=1, at=AT)
    assert save_opinion(scrutineer, opened.cycle.slug, "A further one.", version=0, at=AT) == 1
    assert list(Opinion.objects.order_by("number").values_list("number", "text")) == [(1, "First."), (2, "A further one.")]


def test_nobody_else_writes_and_none_is_written_on_an_audit_being_set_up(opened: Opened) -> None:
    for role in (Role.OFFICER, Role.REVIEWER, Role.EXECUTIVE_VIEWER):
        with pytest.raises(Absent):
            save_opinion(partnership_viewer(opened, role), opened.cycle.slug, "Mine.", version=0, at=AT)
    with pytest.raises(Absent):
        save_opinion(make_viewer(Role.SCRUTINEER), opened.cycle.slug, "Mine.", version=0, at=AT)
    draft = make_cycle(opened.cycle.partnership, state=CycleState.DRAFT)
    with pytest.raises(Absent):
        save_opinion(partnership_viewer(opened, Role.SCRUTINEER), draft.slug, "Mine.", version=0, at=AT)
