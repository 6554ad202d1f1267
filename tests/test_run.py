"""`./run` on machines that lack something: it says so plainly. That it works where all is there, this very test run shows."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = ("sh", "cat", "cksum", "dirname", "find", "head", "id", "mkdir", "rm", "sed", "tail")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder with a checkout and, in `bin`, a few tools of every system: no Python, no apt."""
    for name in ("run", "pyproject.toml", "requirements"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, tmp_path / name)
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found is not None
        (tmp_path / "bin" / tool).symlink_to(found)
    return tmp_path


def run(machine: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": str(machine / "bin")}
    return subprocess.run([machine / "run", *words], env=environment, capture_output=True, text=True, check=False, timeout=60)


def add_tool(machine: Path, name: str, script: str) -> None:
    tool = machine / "bin" / name
    tool.unlink(missing_ok=True)  # a link to the real one, which must not be written through
    tool.write_text(f"#!/bin/sh\n{script}\n")
    tool.chmod(0o755)


def test_without_apt_it_says_what_to_install(machine: Path) -> None:
    done = run(machine)
    assert done.returncode == 1
    assert "Missing on this machine: Python 3.11 or newer, with venv." in done.stderr
    assert "(its Debian packages: python3 python3-venv), then type the same again." in done.stderr


def test_the_tests_say_so_for_all_that_they_need(machine: Path) -> None:
    add_tool(machine, "find", "")  # finds no library and no font
    done = run(machine, "browser")
    assert done.returncode == 1
    assert "Missing on this machine: Chromium or Chrome, libatomic, a font." in done.stderr
    assert "(its Debian packages: chromium libatomic1 fonts-liberation)" in done.stderr


def test_a_python_that_is_too_old_is_no_python(machine: Path) -> None:
    add_tool(machine, "python3", "exit 1")
    add_tool(machine, "apt-get", "exit 0")
    add_tool(machine, "id", "echo 0")
    add_tool(machine, "env", 'shift; exec "$@"')
    done = run(machine)
    assert done.returncode == 1
    assert "The python3 of this system is older than 3.11." in done.stderr


def test_when_apt_fails_it_shows_the_end_of_what_apt_said(machine: Path) -> None:
    add_tool(machine, "id", "echo 0")
    add_tool(machine, "apt-get", "echo 'E: the archive cannot be reached'; exit 100")
    done = run(machine)
    assert done.returncode == 1
    assert "E: the archive cannot be reached" in done.stderr
    assert "The whole log is var/set-up.log." in done.stderr


def test_a_word_that_it_does_not_know_is_answered_with_those_it_knows(machine: Path) -> None:
    done = run(machine, "dance")
    assert done.returncode == 1
    assert "There is no ./run dance." in done.stderr
    assert all(f"./run {word} " in done.stderr for word in ("test", "lint", "unit", "browser", "bench", "lock"))
