from django.db import models

from section11.challenge.vocabulary import PANEL_STATE_WORDS, SLOT_OUTCOME_WORDS, PanelState, SlotOutcome
from section11.cycles.models import Cycle, Invitation
from section11.directory.models import Person
from section11.lib.refs import ref


class Panel(models.Model):
    """A day on which reviewers meet organisations about their returns. Times are London's."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    held_on = models.DateField()
    where = models.CharField(max_length=300, blank=True)  # a room, or the link of a call
    state = models.CharField(max_length=10, choices=[(s.value, w) for s, w in PANEL_STATE_WORDS.items()], default=PanelState.PLANNED.value)
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    made_by_name = models.CharField(max_length=200)
    slots: "models.Manager[PanelSlot]"
    members: "models.Manager[PanelMember]"

    class Meta:
        ordering = ["held_on", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def ref(self) -> str:
        """`panel:<id>`."""
        return ref("panel", self.pk)


class PanelMember(models.Model):
    """Somebody of the partnership who sits on a panel."""

    panel = models.ForeignKey(Panel, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["panel", "person"], name="sits_once")]

    def __str__(self) -> str:
        return f"member {self.person_id}"


class PanelSlot(models.Model):
    """One return's time at a panel, what will be asked, and what came of it."""

    panel = models.ForeignKey(Panel, models.PROTECT, related_name="slots")
    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="+")
    starts = models.TimeField()
    minutes = models.PositiveIntegerField()
    enquiry = models.TextField(blank=True)  # lines of enquiry, one a line
    outcome = models.CharField(
        max_length=20, choices=[(o.value, w) for o, w in SLOT_OUTCOME_WORDS.items()], default=SlotOutcome.NOT_SET.value, blank=True
    )
    outcome_note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    entered_at = models.DateTimeField(null=True, blank=True)
    entered_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["panel", "starts", "pk"]
        constraints = [models.UniqueConstraint(fields=["panel", "invitation"], name="one_slot_a_return")]

    def __str__(self) -> str:
        return f"slot {self.pk}"

    @property
    def ref(self) -> str:
        """`slot:<id>`."""
        return ref("slot", self.pk)
