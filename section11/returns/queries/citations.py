"""Which statements cite which evidence."""

from collections import defaultdict

from django.db.models import F

from section11.returns.models import AnswerEvidence
from section11.returns.queries.head import ReturnHead


def citations(head: ReturnHead) -> dict[int, list[str]]:
    """Refs of the statements that cite each piece of evidence (by id) in a return whose head this viewer was given."""
    cited: defaultdict[int, list[str]] = defaultdict(list)
    rows = AnswerEvidence.objects.filter(answer__unit_return_id=head.return_id).order_by("answer__statement__order")
    for item_id, ref in rows.values_list("item_id", F("answer__statement__ref")):
        cited[item_id].append(ref)
    return dict(cited)
