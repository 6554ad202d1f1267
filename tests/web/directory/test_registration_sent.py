import pytest
from django.test import Client

from section11.directory.models import Partnership

pytestmark = pytest.mark.django_db


def test_it_says_what_happens_next_and_whom_to_contact(client: Client, partnership: Partnership) -> None:
    partnership.contact_phone = "01632 960 001"
    partnership.save()
    page = client.get("/register/riverside-partnership/sent").content.decode()
    assert "What happens next" in page
    assert "business.unit@example.org" in page
    assert "01632 960 001" in page


def test_without_contact_details_it_names_none(client: Client, partnership: Partnership) -> None:
    partnership.contact_email = ""
    partnership.save()
    assert "Questions?" not in client.get("/register/riverside-partnership/sent").content.decode()
