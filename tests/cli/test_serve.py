"""The command that serves the pages."""

import os
import sys
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.management import call_command


def test_it_gathers_the_static_files_and_becomes_gunicorn(settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.STATIC_ROOT = tmp_path
    became: list[list[str]] = []
    monkeypatch.setattr(os, "execv", lambda program, words: became.append([program, *words]))
    call_command("serve")
    assert (tmp_path / "section11" / "page.js").is_file()
    assert became == [[sys.executable, sys.executable, "-m", "gunicorn", "--config", "python:section11.config.gunicorn"]]
