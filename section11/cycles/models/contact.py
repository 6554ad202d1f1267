from django.db import models

from section11.cycles.models.invitation import Invitation
from section11.cycles.vocabulary import ContactKind


class Contact(models.Model):
    """A phone call, email or meeting that an officer logged about an invitation."""

    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="contacts")
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in ContactKind])
    spoke_to = models.CharField(max_length=200, blank=True)
    note = models.TextField()
    at = models.DateTimeField()
    logged_by = models.CharField(max_length=80)
    logged_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d}"


class Reminder(models.Model):
    """A reminder an officer chose to send; notices read it and send the email."""

    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="reminders")
    subject = models.CharField(max_length=200)
    body = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=80)
    asked_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"reminder {self.pk}"
