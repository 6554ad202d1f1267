"""The supervisor in a process of its own, as it runs."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

LIVES = "import signal, sys, time; print('{name} lives', flush=True); time.sleep(60)"
PROGRAM = """
import sys
from section11.cli.supervisor import supervise
sys.exit(supervise({{"steady": [sys.executable, "-c", {steady!r}], "other": [sys.executable, "-c", {other!r}]}}))
"""


def start(other: str) -> subprocess.Popen[str]:
    steady = LIVES.format(name="steady")
    program = PROGRAM.format(steady=steady, other=other)
    return subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])


def until_both_live(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    seen = {process.stdout.readline().strip(), process.stdout.readline().strip()}
    assert seen == {"steady lives", "other lives"}


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_all_parts_stop_when_it_is_told_to(told: signal.Signals) -> None:
    process = start(LIVES.format(name="other"))
    until_both_live(process)
    process.send_signal(told)
    out, _ = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "steady stopped" in out
    assert "other stopped" in out


@pytest.mark.parametrize(("ending", "status"), [("sys.exit(3)", 3), ("sys.exit(0)", 1)])
def test_when_one_part_ends_all_end_and_it_is_a_failure(ending: str, status: int) -> None:
    process = start(f"import sys; print('other lives', flush=True); {ending}")
    out, _ = process.communicate(timeout=20)
    assert process.returncode == status
    assert "steady stopped" in out
