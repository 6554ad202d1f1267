from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.db.utils import OperationalError
from django.test import Client


def test_healthz_needs_no_database(client: Client) -> None:
    assert client.get("/healthz").content == b"ok"


@pytest.mark.django_db
def test_readyz_asks_the_database(client: Client) -> None:
    assert client.get("/readyz").content == b"ready"


@pytest.mark.django_db
def test_readyz_is_no_good_news_without_a_database(client: Client) -> None:
    def broken(execute: Callable[..., Any], *args: object) -> None:
        raise OperationalError("gone")

    client.raise_request_exception = False
    with connection.execute_wrapper(broken):
        assert client.get("/readyz").status_code == 500
