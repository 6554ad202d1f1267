"""The locks hold what pyproject.toml asks for, and what the project is installed with. `./run lock` makes them."""

import re
import tomllib

import pytest

from tests.architecture.tree import ROOT, none

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
WANTED = {"app": [*PROJECT["dependencies"], *EXTRAS["build"]], "dev": [*PROJECT["dependencies"], *EXTRAS["build"], *EXTRAS["dev"]]}


def plain(requirement: str) -> str:
    """The name alone, as locks write it."""
    return re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower().replace("_", "-").replace(".", "-")


@pytest.mark.parametrize("lock", ["app", "dev"])
def test_a_lock_holds_all_that_is_asked_for(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text()
    pinned = {plain(line) for line in text.splitlines() if "==" in line}
    none(name for name in map(plain, WANTED[lock]) if name not in pinned)


@pytest.mark.parametrize("lock", ["app", "dev"])
def test_every_pin_has_hashes(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text()
    pins = re.findall(r"^(\S+==.*(?:\n    --hash=\S+.*)*)", text, re.M)
    assert pins
    none(pin for pin in pins if "--hash=sha256:" not in pin)
