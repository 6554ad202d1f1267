"""The page on which people are told of a panel."""

from datetime import timedelta

import pytest

from section11.challenge.models import PanelTelling
from section11.challenge.queries.to_tell import mark_of, to_tell
from section11.directory.models import Membership, Person
from section11.lib.clock import today
from tests.factories.browsers import signed_in
from tests.queries import AssertQueries
from tests.web.panels.pages import a_day

pytestmark = pytest.mark.django_db


def test_it_shows_exactly_who_gets_what() -> None:
    day = a_day(held_on=today() + timedelta(days=3))
    Membership.objects.filter(unit=day.returns[1].unit, role="return-lead").update(ended_at=day.panel.made_at)
    client, address = signed_in(day.opened.officer), day.at("tell_panel")
    page = client.get(address).content.decode()
    assert Person.objects.get(pk=day.opened.lead.person_id).email in page
    assert "Nobody leads this return" in page
    assert f"{day.reviewer.name}: told for the first time" in page
    assert client.post(address, {"mark": "another"}).status_code == 422
    assert client.post(address, {"mark": mark_of(to_tell(day.panel))})["Location"] == day.at("panel")
    assert PanelTelling.objects.count() == 3
    assert "Everybody knows" in client.get(address).content.decode()


@pytest.mark.parametrize("count", [1, 8])
def test_ten_statements_at_most(count: int, assert_queries: AssertQueries) -> None:
    day = a_day(count)
    client = signed_in(day.opened.officer)
    with assert_queries(10):
        assert client.get(day.at("tell_panel")).status_code == 200
