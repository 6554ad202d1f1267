"""What `./run test` tells above pytest's closing line: the outcome on each database, and that of lint."""

import os
from collections import Counter
from typing import Any

from _pytest.terminal import TerminalReporter

COUNTED = ("passed", "failed", "error")


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """One line a database, where tests ran on several; one for lint, where it ran before."""
    told: dict[str, Counter[str]] = {}
    for outcome in COUNTED:
        for report in terminalreporter.stats.get(outcome, []):
            told.setdefault(database_of(report), Counter())[outcome] += 1
    if len(told) > 1:
        for database, counts in sorted(told.items(), reverse=True):
            counted = ", ".join(f"{counts[outcome]} {outcome}" for outcome in COUNTED if counts[outcome])
            terminalreporter.write_line(f"{database}: {counted}")
    if os.environ.get("SECTION11_LINT"):
        terminalreporter.write_line(f"lint: {os.environ['SECTION11_LINT']}")


def database_of(report: Any) -> str:
    """The database of the process that a report came from."""
    spec = getattr(getattr(getattr(report, "node", None), "gateway", None), "spec", None)
    return str((getattr(spec, "env", None) or {}).get("SECTION11_TEST_DATABASE", "sqlite"))
