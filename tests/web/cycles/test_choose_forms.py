from django.test import Client

from section11.cycles.models import Cycle
from tests.web.cycles.pages import AUDIT, post, read, words

PATH = f"{AUDIT}/set-up/forms"


def test_full_or_light(client: Client, draft: Cycle) -> None:
    assert "Light The statements marked for small organisations" in read(client, PATH)
    post(client, PATH, default_form="light", version=1)
    assert Cycle.objects.get().default_form == "light"


def test_nothing_else(client: Client, draft: Cycle) -> None:
    for form in ("", "review", "short"):
        assert "Choose the full, the light or the tiny form" in words(post(client, PATH, 422, default_form=form, version=1))
