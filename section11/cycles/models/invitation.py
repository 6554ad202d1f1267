from django.db import models

from section11.cycles.models.cycle import Cycle
from section11.cycles.rules.standing import Standing
from section11.cycles.vocabulary import PROGRESS_WORDS, InvitationState, Progress
from section11.directory.models import Participation, Sector, Unit
from section11.lib.refs import ref
from section11.standards.vocabulary import FORM_WORDS


class Invitation(models.Model):
    """A unit asked to take part in a cycle, with its form and due date, and the counters the register shows.

    `progress`, `asked`, `answered`, `submissions` and the moments are written by the operations of `returns` in the
    transaction that changes them.
    """

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="invitations")
    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    sector = models.ForeignKey(Sector, models.PROTECT, related_name="+")  # as it was when invited
    order = models.PositiveIntegerField(default=0)
    form = models.CharField(max_length=10, choices=[(f.value, w) for f, w in FORM_WORDS.items()])
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in InvitationState], default=InvitationState.INVITED.value)
    state_reason = models.TextField(blank=True)
    due = models.DateField(null=True, blank=True)  # empty: the cycle's
    invited_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    progress = models.CharField(max_length=20, choices=[(p.value, w) for p, w in PROGRESS_WORDS.items()], default=Progress.NOT_OPENED.value)
    asked = models.PositiveIntegerField(default=0)
    answered = models.PositiveIntegerField(default=0)
    submissions = models.PositiveIntegerField(default=0)
    submitted_at = models.DateTimeField(null=True, blank=True)  # the latest submission
    submitted_by = models.CharField(max_length=200, blank=True)
    last_saved_at = models.DateTimeField(null=True, blank=True)
    extra = models.JSONField(default=dict, blank=True)
    organisation_extra = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["cycle", "order", "pk"]
        constraints = [models.UniqueConstraint(fields=["cycle", "unit"], name="one_invitation_a_unit_and_cycle")]
        indexes = [models.Index(fields=["cycle", "state", "progress"]), models.Index(fields=["cycle", "sector"])]

    def __str__(self) -> str:
        return f"invitation {self.pk}"

    @property
    def ref(self) -> str:
        """`invitation:<id>`."""
        return ref("invitation", self.pk)

    @property
    def standing(self) -> Standing:
        """Where it stands. Reads its cycle."""
        return Standing(
            state=self.state,
            progress=self.progress,
            asked=self.asked,
            answered=self.answered,
            submissions=self.submissions,
            submitted_at=self.submitted_at,
            submitted_by=self.submitted_by,
            due=self.due or self.cycle.due,
            invited=self.invited_at is not None,
        )
