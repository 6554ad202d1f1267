from django.db import models

from section11.activity.models import AppendOnly
from section11.challenge.vocabulary import (
    CHALLENGE_KIND_WORDS,
    CHALLENGE_OUTCOME_WORDS,
    CHALLENGE_STATE_WORDS,
    ChallengeOutcome,
    ChallengeState,
    Side,
)
from section11.cycles.models import Invitation
from section11.evidence.models import EvidenceItem
from section11.lib.refs import ref
from section11.returns.models import Submission, SubmittedAction
from section11.standards.models import Level, Standard, Statement


class Challenge(models.Model):
    """A partnership's query on one statement, standard or action of a submission: exactly one of the three."""

    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="+")
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="+")  # the one it was raised on
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="+", null=True, blank=True)
    standard = models.ForeignKey(Standard, models.PROTECT, related_name="+", null=True, blank=True)
    action = models.ForeignKey(SubmittedAction, models.PROTECT, related_name="+", null=True, blank=True)
    number = models.PositiveIntegerField()  # within the invitation
    kind = models.CharField(max_length=10, choices=[(k.value, w) for k, w in CHALLENGE_KIND_WORDS.items()])
    proposed_level = models.ForeignKey(Level, models.PROTECT, related_name="+", null=True, blank=True)
    wanted_by = models.DateField(null=True, blank=True)  # an answer or the evidence
    state = models.CharField(
        max_length=10, choices=[(s.value, w) for s, w in CHALLENGE_STATE_WORDS.items()], default=ChallengeState.OPEN.value
    )
    raised_at = models.DateTimeField()
    raised_by = models.CharField(max_length=80)
    raised_by_name = models.CharField(max_length=200)
    answered_at = models.DateTimeField(null=True, blank=True)  # the latest answer
    outcome = models.CharField(
        max_length=20,
        choices=[(o.value, w) for o, w in CHALLENGE_OUTCOME_WORDS.items()],
        default=ChallengeOutcome.NOT_SET.value,
        blank=True,
    )
    outcome_note = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=80, blank=True)
    closed_by_name = models.CharField(max_length=200, blank=True)
    messages: "models.Manager[ChallengeMessage]"

    class Meta:
        ordering = ["invitation", "number"]
        constraints = [
            models.UniqueConstraint(fields=["invitation", "number"], name="one_challenge_a_number"),
            models.CheckConstraint(
                condition=models.Q(statement__isnull=False, standard__isnull=True, action__isnull=True)
                | models.Q(statement__isnull=True, standard__isnull=False, action__isnull=True)
                | models.Q(statement__isnull=True, standard__isnull=True, action__isnull=False),
                name="challenge_on_one_thing",
            ),
        ]
        indexes = [models.Index(fields=["invitation", "state"])]

    def __str__(self) -> str:
        return f"challenge {self.pk}"

    @property
    def ref(self) -> str:
        """`challenge:<id>`."""
        return ref("challenge", self.pk)


class ChallengeMessage(AppendOnly):
    """One turn of a challenge's thread, the query itself first."""

    challenge = models.ForeignKey(Challenge, models.PROTECT, related_name="messages")
    side = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Side])
    text = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=80)
    by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"message {self.pk}"


class ChallengeEvidence(AppendOnly):
    """A piece of evidence that the organisation gave with an answer; its partnership may read it from then on."""

    message = models.ForeignKey(ChallengeMessage, models.PROTECT, related_name="evidence")
    item = models.ForeignKey(EvidenceItem, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["message", "item"], name="given_once_a_message")]

    def __str__(self) -> str:
        return f"evidence {self.item_id}"
