from django.test import Client

from section11.cycles.models import Cycle
from tests.web.cycles.pages import BASE, post, read, words


def test_a_title_starts_a_draft(client: Client) -> None:
    assert "Nothing is sent" in read(client, f"{BASE}/cycles/new")
    response = post(client, f"{BASE}/cycles/new", title="Section 11 audit 2027")
    assert response["Location"] == f"{BASE}/cycles/section-11-audit-2027/set-up"
    assert Cycle.objects.get().title == "Section 11 audit 2027"


def test_without_a_title_nothing_starts(client: Client) -> None:
    for title in ("", " ", "x" * 201):
        response = post(client, f"{BASE}/cycles/new", 422, title=title)
        assert "There is a problem" in words(response)
        assert (title.strip() or "value") in response.content.decode()
    assert not Cycle.objects.exists()
