"""What the product reads at run time is in the wheel: pyproject.toml names it."""

import tomllib
from pathlib import Path

from tests.architecture.tree import ROOT

SETUP = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
SOURCES = {"compile", "base.mjs", "more.mjs", "main.scss"}  # what styles and scripts are made from, not what is served


def files_below(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".py"}


def test_every_file_of_the_package_that_is_no_code() -> None:
    named = {path for pattern in SETUP["package-data"]["section11"] for path in (ROOT / "section11").glob(pattern)}
    assert {path for path in files_below(ROOT / "section11") - named if path.name not in SOURCES} == set()


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "section11").rglob("*.py")}
    assert {folder for folder in folders if not (folder / "__init__.py").is_file()} == set()


def test_the_library_and_the_demo() -> None:
    patterns = [pattern for listed in SETUP["data-files"].values() for pattern in listed]
    named = {path for pattern in patterns for path in ROOT.glob(pattern)}
    assert (files_below(ROOT / "library") | files_below(ROOT / "demo")) - named == set()


def test_each_is_installed_where_it_is_looked_for() -> None:
    for place, patterns in SETUP["data-files"].items():
        assert {str(Path("share/section11", pattern).parent) for pattern in patterns} == {place}
