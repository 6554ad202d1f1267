import pytest

from section11.challenge.models import SamplePick
from tests.factories.browsers import signed_in
from tests.factories.returns import submitted_return
from tests.queries import AssertQueries
from tests.web.judging.pages import at_cycle, post, read

pytestmark = pytest.mark.django_db


def test_the_officer_types_the_size_and_sees_what_was_drawn() -> None:
    opened, _ = submitted_return()
    submitted_return(cycle=opened.cycle)
    client, address = signed_in(opened.officer), at_cycle("draw_sample", opened)
    assert "2 returns are in. 0 were drawn already" in read(client, address)
    for size, said in (("", "Enter how many"), ("many", "Enter a whole number"), ("0", "Enter how many"), ("3", "Only 2 returns are left")):
        assert said in post(client, address, 422, size=size)
    page = post(client, address, size="1")
    assert "1 return drawn" in page
    assert "Random sample" in page
    assert "Showing 1 to 1 of 1 return" in page
    assert SamplePick.objects.count() == 1
    assert "1 was drawn already and stays drawn. 1 left" in read(client, address)
    post(client, address, size="1")
    assert "0 left to draw from" in read(client, address)


def test_it_takes_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    opened, _ = submitted_return()
    client = signed_in(opened.officer)
    with assert_queries(10):
        client.get(at_cycle("draw_sample", opened))
