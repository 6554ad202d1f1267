from django.db import models

from section11.returns.models.return_ import Return
from section11.standards.models import Standard


class Narrative(models.Model):
    """The text written to one prompt of one standard (or of the review form: `standard` empty)."""

    unit_return = models.ForeignKey(Return, models.PROTECT, related_name="narratives")
    standard = models.ForeignKey(Standard, models.PROTECT, related_name="+", null=True, blank=True)
    prompt = models.SlugField(max_length=40)
    text = models.TextField(blank=True)
    carried = models.BooleanField(default=False)  # last time's, not yet confirmed
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True, blank=True)
    saved_by = models.CharField(max_length=80, blank=True)
    saved_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit_return", "standard", "prompt"], name="one_narrative_a_prompt"),
            models.UniqueConstraint(
                fields=["unit_return", "prompt"], condition=models.Q(standard__isnull=True), name="one_review_narrative_a_prompt"
            ),
        ]

    def __str__(self) -> str:
        return f"narrative {self.pk}"


class NarrativeRevision(models.Model):
    """What a narrative said, coalesced as answers are."""

    narrative = models.ForeignKey(Narrative, models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=80)
    saved_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["-version"]
        indexes = [models.Index(fields=["narrative", "-version"])]

    def __str__(self) -> str:
        return f"narrative {self.narrative_id} version {self.version}"
