import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import SamplePick
from section11.challenge.operations.draw_sample import draw_sample
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.directory import make_viewer
from tests.factories.returns import AT, Opened, open_return, partnership_viewer, submitted_return

pytestmark = pytest.mark.django_db


def audit(returns: int) -> Opened:
    """A cycle with so many returns in, and one that is not."""
    opened, _ = submitted_return()
    for _ in range(returns - 1):
        submitted_return(cycle=opened.cycle)
    open_return(cycle=opened.cycle)
    return opened


def test_a_sample_is_drawn_of_what_is_in_and_kept() -> None:
    opened = audit(4)
    assert draw_sample(opened.officer, opened.cycle.slug, 2, at=AT) == 2
    picks = list(SamplePick.objects.order_by("invitation"))
    assert {(pick.drawn_at, pick.drawn_by_name, pick.invitation.submissions) for pick in picks} == {(AT, opened.officer.name, 1)}
    event = ActivityEvent.objects.filter(stream__ref=opened.partnership_stream).latest("number")
    assert (event.verb, event.details) == ("drew-sample", {"drawn": [pick.invitation.ref for pick in picks], "of": 4})


def test_drawing_again_adds_and_takes_nothing_away_until_nothing_is_left() -> None:
    opened = audit(4)
    draw_sample(opened.officer, opened.cycle.slug, 2, at=AT)
    first = set(SamplePick.objects.values_list("invitation", flat=True))
    with pytest.raises(Refused, match="Only 2 returns are left"):
        draw_sample(opened.officer, opened.cycle.slug, 3, at=AT)
    draw_sample(opened.officer, opened.cycle.slug, 2, at=AT)
    assert first < set(SamplePick.objects.values_list("invitation", flat=True))
    assert SamplePick.objects.count() == 4
    with pytest.raises(Refused, match="no return left"):
        draw_sample(opened.officer, opened.cycle.slug, 1, at=AT)


def test_any_return_may_come() -> None:
    opened = audit(3)
    drawn = set()
    for _ in range(60):
        draw_sample(opened.officer, opened.cycle.slug, 1, at=AT)
        drawn |= set(SamplePick.objects.values_list("invitation", flat=True))
        SamplePick.objects.all().delete()
    assert len(drawn) == 3


def test_only_officers_of_the_partnership_draw() -> None:
    opened = audit(1)
    for viewer in (partnership_viewer(opened, Role.REVIEWER), partnership_viewer(opened, Role.SCRUTINEER), make_viewer(Role.OFFICER)):
        with pytest.raises(Absent):
            draw_sample(viewer, opened.cycle.slug, 1, at=AT)
