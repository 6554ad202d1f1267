"""A partnership with figures to look at: the example cycle file, or as many returns as wanted."""

import copy
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.test import Client
from django.urls import reverse

from section11.directory.models import Partnership
from section11.directory.vocabulary import Role
from section11.lib.viewer import system_viewer
from section11.transfer.operations.import_cycle import import_cycle
from tests.factories.browsers import signed_in
from tests.factories.directory import make_viewer
from tests.factories.returns import AT

EXAMPLE = Path(__file__).parents[3] / "docs" / "formats" / "cycle-file.example.json"


def example(returns: int = 1, **cycle: Any) -> dict[str, Any]:
    """The example cycle file, its answered return repeated under other names."""
    document: dict[str, Any] = json.loads(EXAMPLE.read_text())
    document["cycle"].update(cycle)
    answered = document["invitations"][0]
    for number in range(2, returns + 1):
        another = copy.deepcopy(answered)
        another["organisation"] |= {"slug": f"surgery-{number}", "name": f"Surgery {number}"}
        document["invitations"].append(another)
    return document


def looking_at(document: dict[str, Any], role: Role = Role.EXECUTIVE_VIEWER) -> Client:
    """A browser of somebody with that role in the partnership of the file that was brought in."""
    import_cycle(system_viewer("import", roles=frozenset({Role.OFFICER})), json.dumps(document).encode(), at=AT)
    return signed_in(make_viewer(role, of=Partnership.objects.get(slug="riverside")))


def address(name: str, **query: str) -> str:
    """The address of a page of the example's cycle."""
    path = reverse(name, kwargs={"partnership": "riverside", "cycle": "2026"})
    return f"{path}?{urlencode(query)}" if query else path
