"""The returns of one organisation."""

import pytest

from tests.factories.browsers import signed_in
from tests.factories.returns import open_return
from tests.web.returns.pages import at_page, in_organisation

pytestmark = pytest.mark.django_db


def test_only_this_organisations_returns_are_listed() -> None:
    opened, other = open_return(), open_return()
    page = signed_in(opened.lead).get(in_organisation("organisation_returns", opened)).content.decode()
    assert at_page("return_tasks", opened) in page
    assert at_page("return_tasks", other) not in page
