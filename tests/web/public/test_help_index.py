import pytest
from django.test import Client

from section11.web.public.help_texts import FOLDER, SLUGS


@pytest.mark.django_db
def test_every_help_page_is_listed_with_what_it_is_about(client: Client) -> None:
    page = client.get("/help").content.decode()
    for slug in SLUGS:
        assert f'href="/help/{slug}"' in page
    assert "Who reads your return, what they do with it, and what you can expect." in page


def test_every_file_is_listed_once() -> None:
    assert sorted(SLUGS) == sorted(path.stem for path in FOLDER.glob("*.md"))
