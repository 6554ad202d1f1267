from django.db import models

from section11.directory.models import Unit
from section11.evidence.vocabulary import EvidenceKind
from section11.lib.refs import ref


class EvidenceItem(models.Model):
    """A file, link or reference of a unit that answers may cite. Removed ones stay where submissions cite them."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in EvidenceKind])
    title = models.CharField(max_length=200)
    where = models.TextField(blank=True)  # a link's address, or where a reference is kept
    file = models.FileField(upload_to="evidence/%Y", blank=True, max_length=200)
    file_name = models.CharField(max_length=200, blank=True)  # as the person called it, made safe
    content_type = models.CharField(max_length=120, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=80)
    removed_at = models.DateTimeField(null=True, blank=True)
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def ref(self) -> str:
        """`evidence:<id>`."""
        return ref("evidence", self.pk)
