import uuid

from django.db import models

from section11.jobs.vocabulary import JobState


class Job(models.Model):
    """Long work in the background, and how far it has come."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=40)
    scope = models.CharField(max_length=80)  # `partnership:7`: who may look
    title = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in JobState], default=JobState.WAITING.value)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    message = models.TextField(blank=True)
    leads_to = models.CharField(max_length=300, blank=True)  # the address of the page to go on with
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=80)
    beat_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return self.title
