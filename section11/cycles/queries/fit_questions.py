"""The questions that tell whether the tiny form fits an organisation which asks to take part."""

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from section11.standards.queries.edition_content import edition_content
from section11.standards.rules.content import FitQuestion


def fit_questions(partnership_slug: str) -> tuple[FitQuestion, ...]:
    """Those of the newest open audit that has any, of a partnership that takes registrations: open to all, without a viewer."""
    cycles = Cycle.objects.filter(
        partnership__slug=partnership_slug, partnership__takes_registrations=True, state=CycleState.OPEN, edition__isnull=False
    )
    for edition_id, content_hash in cycles.order_by("-opens", "-pk").values_list("edition_id", "edition__content_hash")[:5]:
        content = edition_content(edition_id, content_hash)
        if content.fit:
            return content.fit
    return ()
