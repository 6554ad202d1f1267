from django.test import Client

from section11.cycles.models import Cycle
from tests.web.cycles.pages import AUDIT, post, read, words

PATH = f"{AUDIT}/set-up/title"


def test_another_title(client: Client, draft: Cycle) -> None:
    assert 'value="Section 11 audit 2027"' in client.get(PATH).content.decode()
    assert post(client, PATH, title="Audit 2028", version=1)["Location"] == f"{AUDIT}/set-up"
    draft.refresh_from_db()
    assert draft.title == "Audit 2028"


def test_a_colleague_was_faster(client: Client, draft: Cycle) -> None:
    post(client, PATH, title="Theirs", version=1)
    response = post(client, PATH, 409, title="Mine", version=1)
    assert "A colleague changed the set-up" in words(response)
    assert "Title: Theirs" in words(response)
    assert 'value="Mine"' in response.content.decode()
    assert 'name="version" value="2"' in response.content.decode()
    post(client, PATH, title="Mine", version=2)
    assert Cycle.objects.get().title == "Mine"


def test_a_tampered_version_saves_nothing(client: Client, draft: Cycle) -> None:
    for version in ("", "x", "-1", "9" * 30, "1.0"):
        post(client, PATH, 409, title="Mine", version=version)
    assert Cycle.objects.get().title == "Section 11 audit 2027"


def test_an_empty_title_is_told_where_it_is(client: Client, draft: Cycle) -> None:
    assert "Enter a title" in words(post(client, PATH, 422, title=" ", version=1))
    assert "What is this audit called?" in read(client, PATH)
