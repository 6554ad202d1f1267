"""How a command says that it will not do a thing."""

import sys
from typing import NoReturn

from django.core.management.base import BaseCommand

from section11.directory.queries.records import partnership_record
from section11.directory.vocabulary import Role
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer, system_viewer


def tell(command: BaseCommand, refused: Refused) -> NoReturn:
    """Every problem on a line of its own with its place, on standard error; then end with 1."""
    for place, words in refused.problems.items():
        command.stderr.write(f"{place}: {words}" if place else words)
    sys.exit(1)


def within(command: BaseCommand, name: str, partnership_slug: str) -> Viewer:
    """The product itself, acting for the partnership of that slug; ends with 1 where there is none."""
    found = partnership_record(system_viewer(name), partnership_slug)
    if found is None:
        tell(command, Refused(f"there is no partnership {partnership_slug}"))
    return system_viewer(name, partnership_id=found.id, roles=frozenset({Role.OFFICER}))
