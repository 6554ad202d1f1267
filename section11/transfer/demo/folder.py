"""The demo's files."""

from pathlib import Path
from typing import Any

from section11.lib.plain import read_yaml
from section11.transfer.shipped import shipped

LARGEST = 5_000_000  # bytes


def demo_file(name: str) -> bytes:
    """The bytes of one file, named from the demo's folder."""
    return (shipped("demo") / name).read_bytes()


def demo_script(name: str) -> Any:
    """What a YAML file says."""
    return read_yaml(demo_file(name), largest=LARGEST)


def cycle_files() -> list[Path]:
    """The cycle files of past audits, one a partnership and named after it."""
    return sorted(shipped("demo").glob("*.json"))
