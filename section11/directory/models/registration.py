from django.db import models

from section11.directory.models.participation import Participation
from section11.directory.models.partnership import Partnership, Sector
from section11.directory.vocabulary import RegistrationState


class Registration(models.Model):
    """An organisation that asks a partnership to take part. Gives no access until an officer approves it."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="registrations")
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in RegistrationState], default=RegistrationState.WAITING.value
    )
    organisation_name = models.CharField(max_length=200)
    sector = models.ForeignKey(Sector, models.PROTECT, related_name="+")
    duty_basis = models.CharField(max_length=30)
    lead_name = models.CharField(max_length=200)
    lead_email = models.EmailField()
    about = models.TextField(blank=True)
    fit = models.JSONField(default=list, blank=True)  # whether the tiny form fits: {"question", "answer", "fits"} of each one asked
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=80, blank=True)
    reason = models.TextField(blank=True)
    participation = models.ForeignKey(Participation, models.SET_NULL, related_name="+", null=True, blank=True)

    class Meta:
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        return self.organisation_name
