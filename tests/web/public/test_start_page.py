from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_stranger_reads_what_this_is_and_what_to_do(client: Client) -> None:
    response = client.get("/")
    page = response.content.decode()
    assert response.status_code == 200
    for heading in ("Who asks you to do this", "How long it takes", "What you need", "Whom to contact"):
        assert heading in page
    assert "This service is not a place to report a concern" in page


def test_the_footer_leads_to_help_accessibility_and_privacy(client: Client) -> None:
    page = client.get("/").content.decode()
    for address in ("/help", "/accessibility", "/privacy"):
        assert f'href="{address}"' in page
        assert client.get(address).status_code == 200


def test_it_tells_nobody_that_the_law_obliges_them_to_fill_it_in(client: Client) -> None:
    page = client.get("/").content.decode().lower()
    assert "must complete" not in page
    assert "required by law" not in page


def test_demo_is_said_on_every_page_of_a_demo_only(client: Client, settings: Any) -> None:
    assert "Please type nothing that is real" not in client.get("/").content.decode()
    settings.DEMO = True
    assert "Please type nothing that is real" in client.get("/").content.decode()


def test_only_reading_is_possible(client: Client) -> None:
    assert client.post("/").status_code == 405
