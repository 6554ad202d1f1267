"""The page on which a panel is changed."""

import pytest

from section11.challenge.models import Panel
from tests.factories.browsers import signed_in
from tests.web.panels.pages import a_day

pytestmark = pytest.mark.django_db
TYPED = {"title": "Mine", "held_on": "12 11 2026", "where": "Room 2"}


def test_it_is_changed_and_the_second_of_two_sees_both() -> None:
    day = a_day()
    client, address = signed_in(day.opened.officer), day.at("change_panel")
    assert 'value="Panel of the schools"' in client.get(address).content.decode()
    assert client.post(address, {**TYPED, "version": 1})["Location"] == day.at("panel")
    late = client.post(address, {**TYPED, "title": "Late", "version": 1})
    assert late.status_code == 409
    for words in ("saved this while you were writing", "<dd>Mine</dd>", 'value="Late"', 'name="version" value="2"'):
        assert words in late.content.decode()
    assert client.post(address, {**TYPED, "title": "Late", "version": 2}).status_code == 302
    assert Panel.objects.get().title == "Late"
    assert client.post(address, {"title": "", "version": 3}).status_code == 422
