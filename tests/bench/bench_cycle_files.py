"""How long a whole audit takes to come in and go out, and its figures to compute. `./run bench` runs it."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from section11.analysis.dataset import Basis
from section11.analysis.figures.compute import compute
from section11.analysis.queries.dataset import cycle_dataset
from section11.directory.models import Partnership
from section11.lib import clock
from section11.lib.viewer import system_viewer
from section11.transfer.cycle_file.write_file import cycle_document
from section11.transfer.operations.import_cycle import import_cycle
from section11.transfer.operations.load_library import load_library
from section11.transfer.shipped import shipped
from tests.factories.cycle_files import encoded
from tests.factories.directory import make_viewer
from tests.queries import assert_queries_below


@contextmanager
def told(what: str) -> Iterator[None]:
    """Print how long the block took, in seconds of the clock and of this process's work, and how many statements it sent."""
    began, worked = time.perf_counter(), time.process_time()
    with assert_queries_below(100_000) as sent:
        yield
    took, worked = time.perf_counter() - began, time.process_time() - worked
    print(f"\n{what}: {took:.2f} s, of which {worked:.2f} s of work; {sent.count} statements", end="")


def of_size(file: dict[str, Any], size: int) -> dict[str, Any]:
    """The same audit with that many returns."""
    cycle = {**file["cycle"], "slug": f"of-{size}"}
    return {**file, "cycle": cycle, "invitations": file["invitations"][:size]}


@pytest.mark.django_db
def test_366_returns_come_in_and_go_out_and_are_figured() -> None:
    with told("library published"):
        load_library(system_viewer("bench"), at=clock.now())
    whole = json.loads((shipped("demo") / "harbourside.json").read_bytes())
    counts: dict[Basis, set[int]] = {basis: set() for basis in Basis}
    for size in (50, 366):
        with told(f"{size} returns of 65 statements in"):
            came = import_cycle(system_viewer("bench"), encoded(of_size(whole, size)), at=clock.now())
        officer = make_viewer(of=Partnership.objects.get(slug="harbourside"))
        with told(f"{size} returns out"):
            cycle_document(officer, came.partnership, came.cycle)
        for basis in Basis:
            with told(f"figures of {size} returns, {basis}"):
                compute(cycle_dataset(officer, came.cycle, basis))
            with assert_queries_below(6) as sent:
                cycle_dataset(officer, came.cycle, basis)
            counts[basis].add(sent.count)
    assert all(len(found) == 1 for found in counts.values())
