"""Which statements of one edition ask what those of an earlier one asked. For callers who were let see both."""

from collections import defaultdict
from collections.abc import Collection
from enum import IntEnum

from django.db.models import Q

from section11.standards.models import Edition, MappedStatement, Mapping, Statement
from section11.standards.queries.mappings import newest_mappings


class Nearness(IntEnum):
    """How an edition is comparable to another one; the nearest comes first."""

    SAME_TOOL = 0
    MAPPED = 1


def comparable_editions(edition: Edition, partnership_id: int) -> dict[int, Nearness]:
    """The editions whose answers can be carried into this one: those of its tool, and those that a published mapping joins to it.

    Tools are told apart by name among the library's and this partnership's own: another partnership's may mean something else.
    """
    same = Edition.objects.filter(Q(partnership=None) | Q(partnership=partnership_id), tool=edition.tool, supplements=None)
    joined = (
        Mapping.objects.filter(Q(from_edition=edition) | Q(to_edition=edition)).order_by().values_list("from_edition_id", "to_edition_id")
    )
    mapped = {one for pair in joined for one in pair}
    return dict.fromkeys(mapped, Nearness.MAPPED) | dict.fromkeys(same.values_list("pk", flat=True), Nearness.SAME_TOOL)


def successors(edition_ids: Collection[int], earlier_ids: Collection[int]) -> dict[int, tuple[int, ...]]:
    """Earlier statement -> the statements of these editions that ask the same, in order: as a mapping says, else by key within a tool.

    A statement that the mapping names, on either side, is joined as it says and not by its key.

    An edition is its own successor. Three statements whatever the number, and none where there is nothing to compare.
    """
    if not edition_ids or not earlier_ids:
        return {}
    by_key: dict[tuple[str, str], int] = {}
    earlier: list[tuple[int, int, str, str]] = []
    rows = Statement.objects.filter(standard__edition_id__in={*edition_ids, *earlier_ids}).order_by("order")
    for pk, key, edition_id, tool in rows.values_list("pk", "key", "standard__edition_id", "standard__edition__tool"):
        if edition_id in edition_ids:
            by_key[tool, key] = pk
        if edition_id in earlier_ids:
            earlier.append((pk, edition_id, tool, key))
    pairs = joined_statements(edition_ids, set(earlier_ids) - set(edition_ids))
    named = {now for later in pairs.values() for now in later}
    found: dict[int, tuple[int, ...]] = {}
    for pk, edition_id, tool, key in earlier:
        if edition_id in edition_ids:
            found[pk] = (pk,)
        elif pk in pairs:
            found[pk] = tuple(pairs[pk])
        elif (now := by_key.get((tool, key))) is not None and now not in named:
            found[pk] = (now,)
    return found


def joined_statements(edition_ids: Collection[int], earlier_ids: Collection[int]) -> dict[int, list[int]]:
    """Earlier statement -> later ones, of the newest mapping between each two editions, whichever way round it was written."""
    if not earlier_ids:
        return {}
    rows = MappedStatement.objects.filter(mapping__in=newest_mappings(edition_ids, earlier_ids))
    found: defaultdict[int, list[int]] = defaultdict(list)
    for from_edition, one, other in rows.order_by("mapping_id", "from_statement__order", "to_statement__order").values_list(
        "mapping__from_edition_id", "from_statement_id", "to_statement_id"
    ):
        before, after = (one, other) if from_edition in earlier_ids else (other, one)
        found[before].append(after)
    return dict(found)
