"""A page with answers to type, and the service behind it, for the tests of saving."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.journeys.answers_stub import Service


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def context(new_browser_context: Callable[..., BrowserContext], service: Service) -> BrowserContext:
    made = new_browser_context()
    service.start(made)
    return made


@pytest.fixture
def stub(context: BrowserContext) -> Page:
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto("/stub")
    return page
