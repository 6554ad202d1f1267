"""Whether an audit's standards have a tiny form."""

from section11.cycles.models import Cycle
from section11.standards.queries.edition_content import edition_content


def asks_tiny(cycle: Cycle) -> bool:
    """Whether the cycle's edition marks any statement for the tiny form; yes while none is chosen."""
    if cycle.edition is None:
        return True
    content = edition_content(cycle.edition.pk, cycle.edition.content_hash)
    return any(s.tiny for s in content.statement_by_ref.values())
