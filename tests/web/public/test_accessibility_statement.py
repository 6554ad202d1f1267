import pytest
from django.test import Client


@pytest.mark.django_db
def test_it_says_what_was_checked_what_was_not_and_whom_to_tell(client: Client) -> None:
    page = client.get("/accessibility").content.decode()
    for text in (
        "level AA",
        "not been audited by an independent body yet",
        "What we know is not good enough",
        "partnership that invited you",
    ):
        assert text in page
