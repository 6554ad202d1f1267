"""Where one narrative is saved as it is typed."""

import pytest

from tests.factories.browsers import signed_in
from tests.factories.returns import narrative_of, open_return
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_a_save_and_a_stale_one() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), at_page("save_narrative", opened, standard_ref="1", prompt="how")
    assert client.post(path, {"text": "By name", "version": "0"}).json()["version"] == 1
    stale = client.post(path, {"text": "Another", "version": "0"})
    assert stale.status_code == 409
    assert stale.json()["theirs"] == {"text": "By name"}
    assert narrative_of(opened, "1").text == "By name"


def test_a_text_that_is_too_long_is_told() -> None:
    opened = open_return()
    path = at_page("save_narrative", opened, standard_ref="1", prompt="how")
    response = signed_in(opened.lead).post(path, {"text": "x" * 20_001, "version": "0"})
    assert response.status_code == 422
    assert "Shorten this" in response.json()["problems"]["text"]
