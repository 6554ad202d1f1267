from datetime import timedelta

import pytest

from section11.challenge.models import Look
from section11.challenge.operations.note_look import note_look
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.operations.start_amendment import start_amendment
from tests.factories.returns import AT, partnership_viewer, sign_and_submit, submitted_return
from tests.queries import AssertQueries
from tests.returns.around import events

pytestmark = pytest.mark.django_db


def look(viewer: Viewer, reference: str, days: int) -> int:
    """The number that was read before."""
    return note_look(viewer, reference, at=AT + timedelta(days=days)).before


def test_the_first_look_is_told_to_both_sides_and_further_ones_change_nothing() -> None:
    opened, first = submitted_return()
    reviewer = partnership_viewer(opened, Role.REVIEWER)
    assert look(reviewer, first, 1) == 0
    assert look(reviewer, first, 2) == 1
    assert [one.at for one in Look.objects.all()] == [AT + timedelta(days=1)]
    assert {stream for stream, *_ in events("opened-submission")} == {opened.organisation_stream, opened.partnership_stream}
    assert len(events("opened-submission")) == 2


def test_an_amended_return_is_looked_at_anew() -> None:
    opened, first = submitted_return()
    reviewer, other = partnership_viewer(opened, Role.REVIEWER), partnership_viewer(opened, Role.SCRUTINEER)
    look(reviewer, first, 1)
    start_amendment(opened.lead, opened.return_id, "A slip", at=AT)
    second = sign_and_submit(opened, at=AT + timedelta(days=2))
    assert look(reviewer, second, 3) == 1
    assert look(reviewer, first, 4) == 2
    assert look(other, second, 5) == 0
    assert list(Look.objects.values_list("number", flat=True)) == [2, 2]


def test_only_by_those_who_may_read_it() -> None:
    opened, first = submitted_return()
    other, _ = submitted_return()
    for viewer in (opened.lead, partnership_viewer(opened, Role.EXECUTIVE_VIEWER), other.officer):
        with pytest.raises(Absent):
            look(viewer, first, 1)
    assert Look.objects.count() == 0


def test_in_six_statements(assert_queries: AssertQueries) -> None:
    opened, first = submitted_return()
    with assert_queries(6):
        look(opened.officer, first, 1)
    with assert_queries(1):
        look(opened.officer, first, 1)
