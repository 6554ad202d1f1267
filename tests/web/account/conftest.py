"""Pages of their own for tests of what happens before a page is reached."""

import pytest
from django.conf import LazySettings

from section11.web import access
from tests.web.account import pages


@pytest.fixture
def test_pages(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Mount the pages of `pages.py` beside the product's own."""
    settings.ROOT_URLCONF = "tests.web.account.pages"
    for name, line in pages.ACCESS.items():
        monkeypatch.setitem(access.ACCESS, name, line)
