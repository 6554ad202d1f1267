import pytest

from section11.challenge.models import GradeLevel
from tests.factories.browsers import signed_in
from tests.factories.judging import make_grade
from tests.factories.returns import Opened, submitted_return
from tests.queries import AssertQueries
from tests.web.judging.pages import at_cycle, post, read

pytestmark = pytest.mark.django_db


def version(opened: Opened) -> int:
    opened.cycle.refresh_from_db()
    return opened.cycle.version


def test_a_starter_stands_in_the_boxes_and_switches_grading_on() -> None:
    opened, _ = submitted_return()
    client, address = signed_in(opened.officer), at_cycle("set_grades", opened)
    response = client.get(address)
    assert 'value="Requires improvement"' in response.content.decode()
    assert "Grading is off" in read(client, address)
    page = post(client, address, **{"row-0-label": "Assured", "row-1-label": "", "row-2-label": "Not yet", "version": version(opened)})
    assert "Grading is on for this audit" in page
    assert list(GradeLevel.objects.values_list("label", flat=True)) == ["Assured", "Not yet"]
    assert "Grading is off for this audit" in post(client, address, off="1", version=version(opened))
    assert not GradeLevel.objects.exists()


def test_faults_stand_at_their_rows_and_the_slower_of_two_is_told() -> None:
    opened, _ = submitted_return()
    client, address = signed_in(opened.officer), at_cycle("set_grades", opened)
    page = post(client, address, 422, **{"row-0-label": "Good", "row-1-label": "", "row-2-label": "good", "version": version(opened)})
    assert page.count("Give this grade another name: good is there already") == 2
    page = post(client, address, 409, **{"row-0-label": "Good", "row-1-label": "Bad", "version": version(opened) + 1})
    assert "set-up in the meantime" in page


def test_a_frozen_scale_can_only_be_read() -> None:
    opened, reference = submitted_return()
    make_grade(opened, reference)
    client, address = signed_in(opened.officer), at_cycle("set_grades", opened)
    page = read(client, address)
    assert "can no longer change" in page
    assert "Switch grading off" not in page
    assert client.post(address, {"off": "1", "version": version(opened)}).status_code == 422
    assert GradeLevel.objects.count() == 4


def test_it_takes_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    opened, _ = submitted_return()
    client = signed_in(opened.officer)
    with assert_queries(10):
        client.get(at_cycle("set_grades", opened))
