"""The cache table comes with the migrations, so that rate limits are counted across processes on either database."""

import pytest
from django.conf import LazySettings
from django.core.cache import caches
from django.db import connection

pytestmark = pytest.mark.django_db


def test_a_migration_made_it_and_the_cache_works_on_it(settings: LazySettings) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "section11_cache"}}
    cache = caches["default"]
    assert "section11_cache" in connection.introspection.table_names()
    assert cache.add("a", [1.5, 2.5], 60)
    assert not cache.add("a", [3.5], 60)
    cache.set("a", [4.5], 60)
    assert cache.get("a") == [4.5]
    assert cache.delete("a")
    assert cache.get("a") is None
