"""Any two editions joined by a mapping, without a document."""

from collections.abc import Mapping as Pairs
from collections.abc import Sequence

from section11.standards.models import Edition, MappedStatement, Mapping, Statement
from tests.factories.standards import LONG_AGO


def map_editions(before: Edition, after: Edition, pairs: Pairs[str, Sequence[str]]) -> Mapping:
    """A mapping that says which statements (by ref) of one edition ask the same as which of the other."""
    refs = {(e, ref): pk for e, ref, pk in Statement.objects.values_list("standard__edition_id", "ref", "pk")}
    number = Mapping.objects.count()
    made = Mapping.objects.create(
        from_edition=before, to_edition=after, title="Side by side", content_hash=f"{number:064}", document={}, published_at=LONG_AGO
    )
    for old, later in pairs.items():
        for new in later:
            MappedStatement.objects.create(
                mapping=made, from_statement_id=refs[before.pk, old], to_statement_id=refs[after.pk, new], reason="The same"
            )
    return made
