"""Taking back that an action is done."""

import pytest

from tests.factories.plans import followed_action
from tests.web.plans.pages import lead_of, own, told

pytestmark = pytest.mark.django_db


def test_it_asks_first() -> None:
    followed = followed_action(done=True)
    client, path = lead_of(followed), own("resume_action", followed)
    assert "Is it not done after all?" in told(client, path)
    assert followed.action.state == "done"
    assert client.post(path, {"version": "2"}).status_code == 302
    assert followed.action.state == "open"


def test_an_open_one_is_open() -> None:
    followed = followed_action()
    assert lead_of(followed).get(own("resume_action", followed)).status_code == 302
    assert lead_of(followed).post(own("resume_action", followed), {"version": "1"}).status_code == 422


def test_who_saw_an_earlier_version_looks_again() -> None:
    followed = followed_action(done=True)
    assert lead_of(followed).post(own("resume_action", followed), {"version": "1"}).status_code == 409
