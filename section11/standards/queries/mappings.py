"""Which statements of two editions ask the same. For callers who were let see both (by cycles or returns of theirs)."""

from collections.abc import Collection

from django.db.models import CharField, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat

from section11.standards.models import Edition, MappedStatement, Mapping
from section11.standards.queries.edition_content import edition_contents
from section11.standards.rules.mapping import MappedPair, paired, turned

MOST_KEPT = 64
_kept: dict[tuple[int, str], tuple[int, tuple[MappedPair, ...]]] = {}  # a mapping never changes


def newest_mapping(one: object, other: object) -> QuerySet[Mapping]:
    """The mapping that counts between two editions, whichever way round it was written: the newest. Takes `OuterRef` too."""
    between = Q(from_edition=one, to_edition=other) | Q(from_edition=other, to_edition=one)
    return Mapping.objects.filter(between).order_by("-pk")


def newest_mappings(some: Collection[int], others: Collection[int]) -> QuerySet[Mapping]:
    """The mapping that counts between each of some editions and each of others; none where nothing joins two."""
    between = Q(from_edition__in=some, to_edition__in=others) | Q(from_edition__in=others, to_edition__in=some)
    newest = newest_mapping(OuterRef("from_edition_id"), OuterRef("to_edition_id"))
    return Mapping.objects.filter(between, pk=Subquery(newest.values("pk")[:1]))


def mapping_hashes() -> dict[tuple[str, str], str]:
    """From edition and to edition -> the hash of the newest mapping written that way round. All are the library's, for everybody."""
    from_edition, to_edition = (
        Concat(f"{end}__tool", Value("/"), f"{end}__edition", output_field=CharField()) for end in ("from_edition", "to_edition")
    )
    told = Mapping.objects.order_by("pk").values_list(from_edition, to_edition, "content_hash")
    return {(before, after): content_hash for before, after, content_hash in told}


def explicit_pairs(mapping_id: int, content_hash: str, *, from_edition: int) -> tuple[MappedPair, ...]:
    """The pairs of one mapping, read from that edition to the other; read once and kept.

    The hash is part of what is asked, so that a number used again after a rollback never shows the wrong mapping.
    """
    found = _kept.get((mapping_id, content_hash))
    if found is None:
        rows = MappedStatement.objects.filter(mapping=mapping_id).order_by("from_statement__order", "to_statement__order")
        told = list(rows.values_list("mapping__from_edition_id", F("from_statement__ref"), F("to_statement__ref"), "reason"))
        found = told[0][0], tuple(MappedPair(before, after, reason) for _, before, after, reason in told)
        for old in list(_kept)[: max(len(_kept) + 1 - MOST_KEPT, 0)]:
            _kept.pop(old, None)
        _kept[mapping_id, content_hash] = found
    written_from, pairs = found
    return pairs if written_from == from_edition else turned(pairs)


def mapped_statements(from_edition: int, to_edition: int) -> tuple[MappedPair, ...]:
    """Every pair from one edition to another: those of the newest mapping between them, and shared keys within one tool.

    In the order of the second edition. Empty when nothing joins them, or one of them is not there.
    """
    newest = newest_mapping(OuterRef("pk"), to_edition if from_edition != to_edition else 0)
    rows = Edition.objects.filter(pk__in=[from_edition, to_edition]).values_list(
        "pk", "content_hash", Subquery(newest.values("pk")[:1]), Subquery(newest.values("content_hash")[:1])
    )
    found = {pk: rest for pk, *rest in rows}
    if len(found) != len({from_edition, to_edition}):
        return ()
    (hash_before, mapping_id, mapping_hash), hash_after = found[from_edition], found[to_edition][0]
    earlier, later = edition_contents((from_edition, hash_before), (to_edition, hash_after))
    explicit = explicit_pairs(mapping_id, mapping_hash, from_edition=from_edition) if mapping_id else ()
    return paired(earlier, later, explicit)
