from django.db import models

from section11.activity.models import AppendOnly
from section11.directory.models import Partnership
from section11.standards.vocabulary import LevelClass


class Edition(AppendOnly):
    """One published version of an audit tool; never changed. A correction is a new edition.

    Library editions are public (`partnership` empty); imported ones belong to the partnership that brought them. A
    *supplement* holds the local statements of one cycle, rated on the scale of the edition it supplements.
    """

    tool = models.SlugField(max_length=80)
    edition = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+", null=True, blank=True)
    supplements = models.ForeignKey("self", models.PROTECT, related_name="supplements_of", null=True, blank=True)
    follows = models.JSONField(default=list)
    content_hash = models.CharField(max_length=64)  # of the canonical document
    document = models.JSONField()  # the edition file as it came in, given back on export
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["tool", "-edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["tool", "edition"], condition=models.Q(partnership__isnull=True), name="one_library_edition_a_ref"
            ),
            models.UniqueConstraint(fields=["tool", "edition", "partnership"], name="one_edition_a_ref_and_partnership"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> str:
        """`tool/edition`, as files name it."""
        return f"{self.tool}/{self.edition}"


class Level(AppendOnly):
    """One answer of an edition's rating scale. Figures come from its class and points, never its place or name."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="levels")
    order = models.PositiveIntegerField()
    key = models.SlugField(max_length=40)
    label = models.CharField(max_length=100)
    level_class = models.CharField(max_length=14, choices=[(c.value, c.value) for c in LevelClass])
    points = models.DecimalField(max_digits=9, decimal_places=3, null=True, blank=True)
    needs_action = models.BooleanField(default=False)
    needs_reason = models.BooleanField(default=False)

    class Meta:
        ordering = ["edition", "order"]
        constraints = [models.UniqueConstraint(fields=["edition", "key"], name="one_level_a_key")]

    def __str__(self) -> str:
        return self.label
