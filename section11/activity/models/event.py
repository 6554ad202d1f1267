from django.db import models

from section11.activity.models.append_only import AppendOnly


class Stream(models.Model):
    """The chain of one partnership (`partnership:7`) or organisation (`organisation:12`), and its sealed head."""

    ref = models.CharField(max_length=80, unique=True)
    length = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64)
    head_mac = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.ref


class ActivityEvent(AppendOnly):
    """Who did what, when. Actors and subjects are references, so that erasing a person leaves the chain whole."""

    stream = models.ForeignKey(Stream, models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=80)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    details = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["stream", "number"]
        constraints = [models.UniqueConstraint(fields=["stream", "number"], name="one_event_a_number")]
        indexes = [models.Index(fields=["stream", "subject"])]

    def __str__(self) -> str:
        return f"{self.stream_id}#{self.number} {self.verb}"
