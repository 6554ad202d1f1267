"""What is said of a second invitation of the same unit."""

from section11.cycles.rules.standing import Standing
from section11.cycles.vocabulary import InvitationState


def already_invited(who: str, standing: Standing) -> str:
    """Why a second invitation is refused: where the first one stands, and what to do instead."""
    if standing.state != InvitationState.INVITED:
        return f"{who} has an invitation to this audit that is {standing.words.lower()}. Reinstate that one"
    more = f", {standing.more}" if standing.more else ""
    return f"{who} is invited to this audit already ({standing.words.lower()}{more})"
