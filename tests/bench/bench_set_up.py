"""How long an empty database takes to be ready: told, and held to a limit. `./run bench` runs it."""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_migrations_from_empty_take_at_most_5_seconds(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SECTION11_", "DJANGO_", "DATABASE_URL"))}
    began, worked = time.perf_counter(), work_of_children()
    subprocess.run(
        [sys.executable, "-m", "section11.cli.main", "migrate", "--verbosity=0"],
        env={**kept, "SECTION11_DATA": str(tmp_path)},
        cwd=ROOT,
        check=True,
    )
    took, worked = time.perf_counter() - began, work_of_children() - worked
    print(f"\nmigrations from empty: {took:.1f} s, of which {worked:.1f} s of work")
    assert worked <= 5  # work, so that a busy machine does not make it fail


def work_of_children() -> float:
    """Seconds of processor time of the commands we ran."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
