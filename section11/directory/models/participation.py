from django.db import models

from section11.directory.models.organisation import Organisation
from section11.directory.models.partnership import Partnership, Sector
from section11.directory.vocabulary import DUTY_BASIS_WORDS


class Participation(models.Model):
    """An organisation's place in one partnership: its name as known there, its sector, its contract."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="participations")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="participations")
    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=200)
    same_name = models.CharField(max_length=200)  # `lib.words.same_name(name)`: how rows of a sheet are matched
    sector = models.ForeignKey(Sector, models.PROTECT, related_name="participations")
    contract = models.CharField(max_length=200, blank=True)
    joined_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    edited_by_name = models.CharField(max_length=200, blank=True)
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["partnership", "name"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "organisation"], name="one_participation_an_organisation"),
            models.UniqueConstraint(fields=["partnership", "slug"], name="one_participation_a_slug"),
            models.UniqueConstraint(fields=["partnership", "same_name"], name="one_participation_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class ParticipationDuty(models.Model):
    """One reason why the organisation takes part; several may hold, in the order given."""

    participation = models.ForeignKey(Participation, models.CASCADE, related_name="duties")
    basis = models.CharField(max_length=30, choices=[(k.value, w) for k, w in DUTY_BASIS_WORDS.items()])
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["participation", "order"]
        constraints = [models.UniqueConstraint(fields=["participation", "basis"], name="one_row_a_basis")]

    def __str__(self) -> str:
        return self.basis
