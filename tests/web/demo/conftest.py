"""An outbox of the demo."""

from pathlib import Path

import pytest
from django.conf import LazySettings


@pytest.fixture
def outbox(settings: LazySettings, tmp_path: Path) -> Path:
    settings.DEMO = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "outbox"
    settings.EMAIL_FILE_PATH.mkdir()
    return Path(settings.EMAIL_FILE_PATH)
