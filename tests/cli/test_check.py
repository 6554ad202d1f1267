import io

import pytest
from django.core.management import call_command

from section11.cli.management.commands import check


def test_settings_and_library_are_sound() -> None:
    out = io.StringIO()
    call_command("check", stdout=out)
    assert "The words of the library are as promised." in out.getvalue()


def test_what_is_wrong_is_told_and_ends_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "library_problems", lambda: ["tool/1: 1.1: no guidance"])
    err = io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("check", stdout=io.StringIO(), stderr=err)
    assert ended.value.code == 1
    assert err.getvalue() == "tool/1: 1.1: no guidance\n"


def test_asked_for_some_apps_alone_it_leaves_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "library_problems", lambda: ["never"])
    out = io.StringIO()
    call_command("check", "returns", stdout=out)
    assert "library" not in out.getvalue()
