"""Finds the organisation that is there already under another spelling."""

from difflib import get_close_matches

from section11.cycles.queries.invitation_context import InvitationContext
from section11.lib.words import same_name

CLOSE = 0.85  # difflib's ratio: one letter in seven may differ


def alike(name: str, lead_email: str, context: InvitationContext) -> str:
    """The name of the organisation that a new one may be: one in which that person works, or one of almost that name; or nothing."""
    if lead_email in context.works_in:
        return context.works_in[lead_email]
    found = get_close_matches(same_name(name), context.organisations, n=1, cutoff=CLOSE)
    return context.organisations[found[0]].name if found else ""
