"""The `section11` command: its own verbs, and everything of Django's own passed through."""

import os
import sys

from django.core.management import execute_from_command_line

from section11.cli.ports import PortTakenError, settle_port

LISTENING = {"start", "serve"}


def main() -> None:
    """Run one command; the verbs live as management commands in `section11/cli/management/commands/`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "section11.config.settings")
    if LISTENING.intersection(sys.argv[1:2]) and "--help" not in sys.argv:
        try:
            settle_port()
        except PortTakenError as problem:
            sys.exit(str(problem))
    try:
        execute_from_command_line(with_python_names(sys.argv))
    except KeyboardInterrupt:
        sys.exit(130)


def with_python_names(argv: list[str]) -> list[str]:
    """`import-cycle` as people type it is the module `import_cycle`."""
    return [name.replace("-", "_") if place == 1 and not name.startswith("-") else name for place, name in enumerate(argv)]


if __name__ == "__main__":
    main()
