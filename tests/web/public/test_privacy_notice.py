from typing import Any

import pytest
from django.test import Client


@pytest.mark.django_db
def test_it_says_what_is_kept_why_by_whom_and_on_the_device(client: Client, settings: Any) -> None:
    settings.SESSION_COOKIE_AGE = 3 * 3600
    page = client.get("/privacy").content.decode()
    for text in ("partnership that invited you", settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "3 hours pass", "24 hours"):
        assert text in page
