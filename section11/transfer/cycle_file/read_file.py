"""Reads a whole cycle file: everything that is wrong in it, told at once with its place."""

from typing import Any

from section11.lib.errors import Refused
from section11.lib.plain import plain_problems, read_json
from section11.lib.reading import Node, Problems
from section11.standards.rules.content import edition_content
from section11.standards.rules.supplement import supplement_document
from section11.transfer.cycle_file.content import CYCLE_FORMAT, CycleFile
from section11.transfer.cycle_file.read_heading import FindEdition, read_cycle, read_edition, read_partnership
from section11.transfer.cycle_file.read_invitations import Asking, read_invitations

LARGEST_FILE = 100_000_000  # bytes


def read_document(data: bytes) -> Any:
    """What JSON these bytes hold; refuses what is none."""
    return read_json(data, largest=LARGEST_FILE)


def read_cycle_file(document: Any, find_edition: FindEdition, problems: Problems) -> CycleFile:
    """The file that a document holds. What it gives must not be used when there are problems; too deep a one is refused."""
    if not plain_problems(document, problems):
        raise Refused(problems.found)
    parts = Node(document, "", problems).parts(("format", "partnership", "edition", "cycle", "invitations"))
    if parts.value.get("format", CYCLE_FORMAT) != CYCLE_FORMAT:
        parts.node("format").wrong(f"must be {CYCLE_FORMAT}")
    partnership = read_partnership(parts.node("partnership"))
    edition = read_edition(parts.node("edition"), find_edition)
    cycle = read_cycle(parts.node("cycle"), edition.content)
    contents = [edition.content] if edition.content else []
    if cycle.local_statements:
        if any(place.startswith("cycle.local_statements") for place in problems.found):
            contents = []  # which answers are wrong cannot be told
        elif contents:
            contents.append(edition_content(supplement_document(cycle.slug, cycle.local_statements)))
    invitations = read_invitations(parts.items("invitations"), partnership.kind_of_sector, Asking(contents))
    return CycleFile(partnership, edition, cycle, invitations, parts.extra())
