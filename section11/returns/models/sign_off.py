from django.db import models

from section11.directory.models import Person
from section11.returns.models.return_ import Return
from section11.returns.vocabulary import SignOffState


class SignOff(models.Model):
    """The senior person asked to approve a return, and what they said."""

    unit_return = models.ForeignKey(Return, models.PROTECT, related_name="sign_offs")
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in SignOffState], default=SignOffState.ASKED.value)
    signatory = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=80)
    asked_by_name = models.CharField(max_length=200)
    decided_at = models.DateTimeField(null=True, blank=True)
    job_title = models.CharField(max_length=200, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)  # of what was approved
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"sign-off {self.pk}"
