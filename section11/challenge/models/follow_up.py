from django.db import models

from section11.challenge.vocabulary import (
    FOLLOW_UP_REASON_WORDS,
    FOLLOW_UP_STATE_WORDS,
    SUPPORT_STATE_WORDS,
    FollowUpState,
    SupportState,
)
from section11.cycles.models import Invitation
from section11.lib.refs import ref


class SupportConversation(models.Model):
    """What the business unit agrees with an organisation that does not fully meet the standards."""

    invitation = models.OneToOneField(Invitation, models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=[(s.value, w) for s, w in SUPPORT_STATE_WORDS.items()], default=SupportState.NEEDED.value
    )
    needed_at = models.DateTimeField()
    agreed_for = models.DateField(null=True, blank=True)
    with_whom = models.CharField(max_length=200, blank=True)
    said = models.TextField(blank=True)  # what was talked about and agreed
    outcome = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(null=True, blank=True)
    changed_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["needed_at", "pk"]

    def __str__(self) -> str:
        return f"support for {self.invitation_id}"

    @property
    def ref(self) -> str:
        """`support:<id>`."""
        return ref("support", self.pk)


class FollowUp(models.Model):
    """A return brought to the strategic lead for its sector, who acknowledges it; it closes with an outcome."""

    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=15, choices=[(s.value, w) for s, w in FOLLOW_UP_STATE_WORDS.items()], default=FollowUpState.OPEN.value
    )
    raised_at = models.DateTimeField()
    raised_by_name = models.CharField(max_length=200)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.CharField(max_length=80, blank=True)
    acknowledged_by_name = models.CharField(max_length=200, blank=True)
    outcome = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by_name = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)
    reasons: "models.Manager[FollowUpCause]"

    class Meta:
        ordering = ["raised_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["invitation"],
                condition=models.Q(state__in=[FollowUpState.OPEN.value, FollowUpState.ACKNOWLEDGED.value]),
                name="one_follow_up_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"follow-up of {self.invitation_id}"

    @property
    def ref(self) -> str:
        """`follow-up:<id>`."""
        return ref("follow-up", self.pk)


class FollowUpCause(models.Model):
    """One reason for a follow-up, with the figure as it stood: `met` of `rated` statements, or an officer's words."""

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="reasons")
    reason = models.CharField(max_length=15, choices=[(r.value, w) for r, w in FOLLOW_UP_REASON_WORDS.items()])
    met = models.PositiveIntegerField(null=True, blank=True)
    rated = models.PositiveIntegerField(null=True, blank=True)
    statements = models.TextField(blank=True)  # refs of must-meet statements missed, with commas
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["follow_up", "reason"], name="one_cause_a_reason")]

    def __str__(self) -> str:
        return self.reason
