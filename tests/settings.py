"""The product's settings, for tests: a data folder of their own, and nothing that reaches outside the process.

`SECTION11_TEST_DATABASE` chooses the database: `sqlite` (default) or `postgresql` (a throw-away server, tests/postgres.py).
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_data = Path(tempfile.mkdtemp(prefix="section11-test-"))
atexit.register(shutil.rmtree, _data, ignore_errors=True)
os.environ["SECTION11_DATA"] = str(_data)
for _name in [name for name in os.environ if name.startswith(("SECTION11_SMTP", "SECTION11_S3"))]:
    del os.environ[_name]
for _name in ("DATABASE_URL", "SECTION11_URL", "SECTION11_DEMO", "PORT"):
    os.environ.pop(_name, None)
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's own event loop runs in the thread of the browser tests

from section11.config.settings import *
from section11.config.settings import DATABASES, STATIC_ROOT, STORAGES

TEST_DATABASE = os.environ.get("SECTION11_TEST_DATABASE", "sqlite")
if TEST_DATABASE == "postgresql":  # its HOST is the throw-away server's folder: tests/conftest.py
    DATABASES["default"] = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "section11",
        "USER": "postgres",
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
elif TEST_DATABASE == "sqlite":  # a file as in production, since threads and processes must meet in it; only less careful of power cuts
    _options = DATABASES["default"]["OPTIONS"]
    _options["init_command"] = _options["init_command"].replace("synchronous=FULL", "synchronous=OFF")
    DATABASES["default"]["TEST"] = {"NAME": str(_data / "test.sqlite3")}
else:
    raise ValueError(f"SECTION11_TEST_DATABASE is {TEST_DATABASE!r}: give sqlite or postgresql")

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns when it is not there
