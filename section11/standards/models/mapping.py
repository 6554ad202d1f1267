from django.db import models

from section11.activity.models import AppendOnly
from section11.standards.models.edition import Edition
from section11.standards.models.standard import Statement


class Mapping(AppendOnly):
    """Which statements of one edition ask the same as which of another, read both ways; a correction is a new mapping.

    The newest between two editions counts, and may say again what an older one said. Two editions of one tool need none for
    statements that keep their key.
    """

    from_edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    to_edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    content_hash = models.CharField(max_length=64)
    document = models.JSONField()  # the mapping file as it came in
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["from_edition", "to_edition", "-pk"]

    def __str__(self) -> str:
        return self.title


class MappedStatement(AppendOnly):
    """One pair of a mapping, with its reason."""

    mapping = models.ForeignKey(Mapping, models.PROTECT, related_name="pairs")
    from_statement = models.ForeignKey(Statement, models.PROTECT, related_name="+")
    to_statement = models.ForeignKey(Statement, models.PROTECT, related_name="+")
    reason = models.TextField()

    class Meta:
        ordering = ["mapping", "from_statement__order", "to_statement__order"]
        constraints = [models.UniqueConstraint(fields=["mapping", "from_statement", "to_statement"], name="one_pair_a_mapping")]

    def __str__(self) -> str:
        return f"{self.from_statement_id} as {self.to_statement_id}"
