"""Who reads what: reviewers' parts, the random sample, who looked at which submission, the scrutineer's opinion."""

from django.db import models

from section11.challenge.vocabulary import OpinionState
from section11.cycles.models import Cycle, Invitation
from section11.directory.models import Person, Sector
from section11.lib.refs import ref
from section11.standards.models import Standard


class ReviewerPart(models.Model):
    """A standard or a sector of a cycle given to a reviewer. One with no part may review all of it."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    standard = models.ForeignKey(Standard, models.PROTECT, related_name="+", null=True, blank=True)
    sector = models.ForeignKey(Sector, models.PROTECT, related_name="+", null=True, blank=True)
    given_at = models.DateTimeField()
    given_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(standard__isnull=False, sector__isnull=True) | models.Q(standard__isnull=True, sector__isnull=False),
                name="part_is_a_standard_or_a_sector",
            ),
            models.UniqueConstraint(
                fields=["cycle", "person", "standard"], condition=models.Q(standard__isnull=False), name="standard_given_once"
            ),
            models.UniqueConstraint(
                fields=["cycle", "person", "sector"], condition=models.Q(sector__isnull=False), name="sector_given_once"
            ),
        ]

    def __str__(self) -> str:
        return f"part of {self.person_id}"


class SamplePick(models.Model):
    """A return that the random sample of its cycle drew."""

    invitation = models.OneToOneField(Invitation, models.CASCADE, related_name="+")
    drawn_at = models.DateTimeField()
    drawn_by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"sampled {self.invitation_id}"


class Look(models.Model):
    """Which submission of an invitation somebody on the partnership's side looked at last."""

    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["invitation", "person"], name="one_look_a_person")]

    def __str__(self) -> str:
        return f"{self.person_id} saw number {self.number}"


class Opinion(models.Model):
    """The independent scrutineer's own words on a cycle. Nobody else edits them; once given they never change."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in OpinionState], default=OpinionState.DRAFT.value)
    version = models.PositiveIntegerField(default=1)
    written_by_name = models.CharField(max_length=200)
    saved_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["cycle", "number"]
        constraints = [
            models.UniqueConstraint(fields=["cycle", "person", "number"], name="one_opinion_a_number"),
            models.UniqueConstraint(
                fields=["cycle", "person"], condition=models.Q(state=OpinionState.DRAFT.value), name="one_opinion_draft_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"opinion {self.pk}"

    @property
    def ref(self) -> str:
        """`opinion:<id>`."""
        return ref("opinion", self.pk)
