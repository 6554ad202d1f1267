from django.db import models

from section11.activity.models import AppendOnly
from section11.challenge.models.panel import PanelSlot
from section11.challenge.vocabulary import LETTER_STATE_WORDS, LetterState
from section11.cycles.models import Invitation
from section11.lib.refs import ref


class Letter(models.Model):
    """A feedback letter to an organisation: drafted from the outcomes, edited, approved. Approved ones never change."""

    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="+")
    slot = models.ForeignKey(PanelSlot, models.PROTECT, related_name="+", null=True, blank=True)  # empty: not a panel return
    number = models.PositiveIntegerField()
    submission_number = models.PositiveIntegerField(default=0)  # what it speaks of; 0: no submission
    body = models.TextField()  # Markdown
    state = models.CharField(max_length=10, choices=[(s.value, w) for s, w in LETTER_STATE_WORDS.items()], default=LetterState.DRAFT.value)
    version = models.PositiveIntegerField(default=1)
    drafted_at = models.DateTimeField()
    drafted_by_name = models.CharField(max_length=200)
    edited_at = models.DateTimeField(null=True, blank=True)
    edited_by_name = models.CharField(max_length=200, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.CharField(max_length=80, blank=True)
    approved_by_name = models.CharField(max_length=200, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["invitation", "number"]
        constraints = [
            models.UniqueConstraint(fields=["invitation", "number"], name="one_letter_a_number"),
            models.UniqueConstraint(
                fields=["invitation"], condition=models.Q(state=LetterState.DRAFT.value), name="one_letter_draft_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"letter {self.pk}"

    @property
    def ref(self) -> str:
        """`letter:<id>`."""
        return ref("letter", self.pk)


class LetterOpening(AppendOnly):
    """Somebody of the organisation opened an approved letter for the first time."""

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="openings")
    by = models.CharField(max_length=80)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["letter", "by"], name="opened_first_once_a_person")]

    def __str__(self) -> str:
        return f"letter {self.letter_id} opened"
