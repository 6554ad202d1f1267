"""Finds the organisation that is there already under another spelling."""

from collections.abc import Mapping
from difflib import get_close_matches

from section11.cycles.queries.invitation_context import KnownOrganisation
from section11.lib.words import same_name

CLOSE = 0.85  # difflib's ratio: one letter in seven may differ


def alike(name: str, organisations: Mapping[str, KnownOrganisation]) -> str:
    """The name of the organisation whose name, by `same_name`, is almost that of a new one; or nothing."""
    found = get_close_matches(same_name(name), organisations, n=1, cutoff=CLOSE)
    return organisations[found[0]].name if found else ""
