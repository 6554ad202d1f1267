from django.db import models

from section11.activity.models import AppendOnly
from section11.challenge.vocabulary import PANEL_STATE_WORDS, SLOT_OUTCOME_WORDS, TELLING_WORDS, PanelState, SlotOutcome
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
    shows_enquiry = models.BooleanField(default=False)  # to the organisation, once it is told
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


class PanelTelling(AppendOnly):
    """What somebody was told of a panel, and when: the leads of one return, or one member. Emails are made from it."""

    panel = models.ForeignKey(Panel, models.PROTECT, related_name="tellings")
    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="+", null=True, blank=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", null=True, blank=True)
    kind = models.CharField(max_length=10, choices=[(k.value, w) for k, w in TELLING_WORDS.items()])
    held_on = models.DateField()
    starts = models.TimeField(null=True, blank=True)  # of the return's time
    minutes = models.PositiveIntegerField(default=0)
    where = models.CharField(max_length=300, blank=True)
    shows_enquiry = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.CharField(max_length=80)
    by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(invitation__isnull=False, person__isnull=True) | models.Q(invitation__isnull=True, person__isnull=False),
                name="tells_a_return_or_a_member",
            )
        ]
        indexes = [models.Index(fields=["at"])]

    def __str__(self) -> str:
        return f"{self.kind} of panel {self.panel_id}"


class PanelPack(models.Model):
    """The packs of a panel's returns as one PDF, for whoever may read each of them. Made anew, never changed."""

    panel = models.ForeignKey(Panel, models.CASCADE, related_name="packs")
    slots = models.TextField()  # the ids of those in it, in their order, with commas
    file = models.FileField(upload_to="packs/%Y", max_length=200)
    size = models.PositiveBigIntegerField(default=0)
    made_at = models.DateTimeField()
    made_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"pack of panel {self.panel_id}"

    @property
    def slot_ids(self) -> list[int]:
        """The slots whose returns are in it."""
        return [int(one) for one in self.slots.split(",") if one]
