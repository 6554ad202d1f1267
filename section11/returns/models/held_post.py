from django.db import models

from section11.directory.models import Person


class HeldPost(models.Model):
    """What somebody typed and posted after their session ended: kept for the same person for 24 hours."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    path = models.CharField(max_length=300)
    fields = models.JSONField()
    held_at = models.DateTimeField()

    class Meta:
        ordering = ["-held_at"]
        indexes = [models.Index(fields=["person", "path"])]

    def __str__(self) -> str:
        return f"held for {self.person_id}"
