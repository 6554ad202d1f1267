"""Which units sent a return before that a review can begin with."""

from django.db.models import QuerySet

from section11.cycles.models import Cycle, Invitation
from section11.standards.queries.counterparts import comparable_editions


def sent_before(cycle: Cycle) -> QuerySet[Invitation]:
    """The partnership's invitations that were answered, on standards which can be compared with this cycle's, once it has any."""
    answered = Invitation.objects.filter(cycle__partnership=cycle.partnership_id, submissions__gt=0).exclude(cycle=cycle)
    if cycle.edition is None:
        return answered
    return answered.filter(cycle__edition__in=comparable_editions(cycle.edition, cycle.partnership_id))
