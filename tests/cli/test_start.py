"""`section11 start` as people run it: a process of its own, an empty data folder, a real port."""

import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "section11.cli.main"]


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.fixture
def surroundings(tmp_path: Path, port: int) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SECTION11_", "DJANGO_", "DATABASE_URL"))}
    return {**kept, "SECTION11_DATA": str(tmp_path), "PORT": str(port)}


@pytest.fixture
def started(surroundings: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen([*COMMAND, "start"], env=surroundings, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    too_long = threading.Timer(60, process.terminate)
    too_long.start()
    yield process
    too_long.cancel()
    process.terminate()
    process.communicate()


def until_it_says(wanted: str, process: subprocess.Popen[str]) -> None:
    """Read what it prints up to that line."""
    lines = []
    for line in process.stdout or []:
        lines.append(line)
        if line.strip() == wanted:
            return
    raise AssertionError(f"it ended without saying so: {lines}")


def answer(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as response:
        return str(response.read().decode())


def test_it_serves_from_an_empty_folder_and_stops_when_told(
    started: subprocess.Popen[str], surroundings: dict[str, str], port: int
) -> None:
    until_it_says(f"section11 is ready at http://127.0.0.1:{port}", started)
    assert answer(port, "/readyz") == "ready"
    assert "/static/" in answer(port, "/")

    second = subprocess.run([*COMMAND, "start"], env=surroundings, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (second.returncode, second.stdout) == (1, "")
    assert second.stderr == f"Port {port} cannot be used: something else listens there. Stop that, or set PORT to another number.\n"

    started.send_signal(signal.SIGTERM)
    out, _ = started.communicate(timeout=30)
    assert started.returncode == 0
    assert {f"{part} stopped" for part in ("web", "worker", "scheduler")} <= {line.partition(" (")[0] for line in out.splitlines()}
