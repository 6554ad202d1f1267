"""Which return of a unit came before: what the next one begins with, and is compared with."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import F

from section11.returns.models import Return
from section11.standards.models import Edition
from section11.standards.queries.counterparts import Nearness, comparable_editions


@dataclass(frozen=True, slots=True)
class Before:
    """What a unit did before on a tool: its last round, its previous return, and that one's latest submission if there is one."""

    last_round: int = 0
    return_id: int | None = None
    submission_id: int | None = None


def returns_before(edition: Edition, partnership_id: int, units: Collection[int]) -> dict[int, Before]:
    """By unit. The previous return is the latest on the same tool, else on a tool that a published mapping joins to it.

    One that was submitted goes before one that never was, and one submitted to this partnership before another's.
    """
    near = comparable_editions(edition, partnership_id)
    rows = Return.objects.filter(unit_id__in=units, edition_id__in=near).values_list(
        *("unit_id", "pk", "edition_id", "round", "created_at", F("invited_by__latest_id")),
        F("invited_by__invitation__cycle__partnership_id"),
    )
    rounds: dict[int, int] = {}
    best: dict[int, tuple[tuple[bool, int, bool, float, int], int, int | None]] = {}
    for unit_id, pk, edition_id, number, created_at, latest, asked_by in rows:
        if near[edition_id] is Nearness.SAME_TOOL:
            rounds[unit_id] = max(number, rounds.get(unit_id, 0))
        rank = (latest is None, near[edition_id], asked_by != partnership_id, -created_at.timestamp(), -pk)
        if unit_id not in best or rank < best[unit_id][0]:
            best[unit_id] = (rank, pk, latest)
    return {unit_id: Before(rounds.get(unit_id, 0), pk, latest) for unit_id, (_, pk, latest) in best.items()}
