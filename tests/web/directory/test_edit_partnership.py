import pytest
from django.test import Client

from section11.directory.models import Membership, Partnership

pytestmark = pytest.mark.django_db
HERE = "/p/riverside-partnership/settings"
WANTED = {
    "name": "Riverside",
    "contact_email": "unit@example.org",
    "contact_phone": "01632",
    "own_sentence": "We ask.",
    "controller_contact": "The council",
    "lawful_basis": "A public task",
    "retention_sentence": "Three audits",
    "takes_files": "on",
    "version": 1,
}


def test_the_form_holds_what_is_set(client: Client, officer: Membership) -> None:
    page = client.get(HERE).content.decode()
    assert 'value="Riverside Partnership"' in page
    assert page.count(" checked") == 2


def test_what_is_changed_is_kept(client: Client, officer: Membership, partnership: Partnership) -> None:
    assert "Your changes are saved" in client.post(HERE, WANTED, follow=True).content.decode()
    partnership.refresh_from_db()
    assert (partnership.name, partnership.takes_files, partnership.takes_registrations) == ("Riverside", True, False)
    page = client.get("/privacy").content.decode()
    for told in ("What Riverside says", "The council", "A public task", "Three audits"):
        assert told in page


@pytest.mark.parametrize(
    ("field", "typed"),
    [("name", ""), ("contact_email", "x"), ("contact_phone", "1" * 41), ("own_sentence", "x" * 2001), ("lawful_basis", "x" * 2001)],
)
def test_what_is_wrong_is_said_there_and_nothing_changes(
    client: Client, officer: Membership, partnership: Partnership, field: str, typed: str
) -> None:
    response = client.post(HERE, {**WANTED, field: typed})
    assert response.status_code == 422
    assert f'href="#id_{field}"' in response.content.decode()
    partnership.refresh_from_db()
    assert partnership.takes_registrations


def test_what_is_said_of_privacy_is_guarded_by_the_same_version(client: Client, officer: Membership, partnership: Partnership) -> None:
    client.post(HERE, WANTED)
    response = client.post(HERE, {**WANTED, "lawful_basis": "Legitimate interests"})
    assert response.status_code == 409
    assert "Lawful basis: A public task" in response.content.decode()
    partnership.refresh_from_db()
    assert partnership.lawful_basis == "A public task"


def test_who_was_slower_sees_both_texts_and_may_save_again(client: Client, officer: Membership, partnership: Partnership) -> None:
    client.post(HERE, WANTED)
    response = client.post(HERE, {**WANTED, "own_sentence": "We ask everybody."})
    page = response.content.decode()
    assert response.status_code == 409
    assert "Your own sentence: We ask." in page
    assert "We ask everybody." in page
    assert client.post(HERE, {**WANTED, "own_sentence": "We ask everybody.", "version": 2}).status_code == 302
    partnership.refresh_from_db()
    assert partnership.own_sentence == "We ask everybody."
