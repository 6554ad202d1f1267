"""Number the rounds of units anew: part of every operation that puts a return between others, in its transaction."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import F

from section11.returns.models import Return

BATCH = 1000
OUT_OF_THE_WAY = 1_000_000  # no unit has that many rounds; two returns never hold one number while they change places


def renumber_rounds(units: Collection[int], editions: Collection[int]) -> int:
    """Number the returns of each of these units on these editions of one tool from 1, in the order in which they began.

    Who may was asked before, and the units are locked. Gives how many got another number.
    """
    numbers: defaultdict[int, int] = defaultdict(int)
    moved = []
    for row in Return.objects.filter(unit__in=units, edition__in=editions).order_by("created_at", "pk"):
        numbers[row.unit_id] += 1
        if row.round != numbers[row.unit_id]:
            row.round = numbers[row.unit_id]
            moved.append(row)
    for start in range(0, len(moved), BATCH):
        Return.objects.filter(pk__in=[row.pk for row in moved[start : start + BATCH]]).update(round=F("round") + OUT_OF_THE_WAY)
    Return.objects.bulk_update(moved, ["round"], BATCH)
    return len(moved)
