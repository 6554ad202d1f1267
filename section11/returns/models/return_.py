from django.db import models

from section11.cycles.models import Invitation
from section11.directory.models import Unit
from section11.lib.refs import ref
from section11.returns.vocabulary import ReturnState
from section11.standards.models import Edition, Standard


class Return(models.Model):
    """A unit's living answers against one edition in one round; knows its previous one."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    round = models.PositiveIntegerField()
    previous = models.ForeignKey("self", models.PROTECT, related_name="+", null=True, blank=True)
    state = models.CharField(max_length=20, choices=[(s.value, s.value) for s in ReturnState], default=ReturnState.OPEN.value)
    created_at = models.DateTimeField()
    last_saved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["unit", "edition", "round"], name="one_return_a_unit_edition_and_round")]

    def __str__(self) -> str:
        return f"return {self.pk}"

    @property
    def ref(self) -> str:
        """`return:<id>`."""
        return ref("return", self.pk)


class ReturnInvitation(models.Model):
    """A return answers this invitation: at most one of each partnership."""

    unit_return = models.ForeignKey(Return, models.PROTECT, related_name="invited_by")
    invitation = models.OneToOneField(Invitation, models.PROTECT, related_name="+")
    latest = models.ForeignKey("returns.Submission", models.PROTECT, related_name="+", null=True, blank=True)

    def __str__(self) -> str:
        return f"return {self.unit_return_id} for invitation {self.invitation_id}"


class StandardMark(models.Model):
    """A whole standard not applicable, with one reason. Its answers stay as they were underneath."""

    unit_return = models.ForeignKey(Return, models.CASCADE, related_name="marks")
    standard = models.ForeignKey(Standard, models.PROTECT, related_name="+")
    reason = models.TextField()
    marked_at = models.DateTimeField()
    marked_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit_return", "standard"], name="one_mark_a_standard")]

    def __str__(self) -> str:
        return f"{self.standard_id} not applicable"


class Amendment(models.Model):
    """A dated change after submission, with its reason. Ends with the next submission, or is given up."""

    unit_return = models.ForeignKey(Return, models.PROTECT, related_name="amendments")
    reason = models.TextField()
    started_at = models.DateTimeField()
    started_by = models.CharField(max_length=80)
    started_by_name = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True, blank=True)
    given_up = models.BooleanField(default=False)
    returned_by = models.CharField(max_length=200, blank=True)  # the partnership that returned it for correction

    class Meta:
        ordering = ["started_at"]
        constraints = [
            models.UniqueConstraint(fields=["unit_return"], condition=models.Q(ended_at__isnull=True), name="one_amendment_at_a_time")
        ]

    def __str__(self) -> str:
        return f"amendment of return {self.unit_return_id}"


class TakenMark(models.Model):
    """A mark that an amendment took away or put in other words, kept so that giving the amendment up brings it back."""

    amendment = models.ForeignKey(Amendment, models.CASCADE, related_name="taken_marks")
    standard = models.ForeignKey(Standard, models.PROTECT, related_name="+")
    reason = models.TextField()
    marked_at = models.DateTimeField()
    marked_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["amendment", "standard"], name="one_taken_mark_a_standard")]

    def __str__(self) -> str:
        return f"{self.standard_id} was not applicable"
