from django.db import models
from django.db.models import Q

from section11.directory.models.organisation import Organisation, Unit
from section11.directory.models.partnership import Partnership
from section11.directory.models.person import Person
from section11.directory.vocabulary import ROLE_WORDS


class Membership(models.Model):
    """A person's role in an organisation's unit or in a partnership. Ended, never deleted."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=[(k.value, w) for k, w in ROLE_WORDS.items()])
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="memberships", null=True, blank=True)
    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="memberships", null=True, blank=True)
    home_organisation = models.ForeignKey(Organisation, models.SET_NULL, related_name="+", null=True, blank=True)
    job_title = models.CharField(max_length=200, blank=True)
    is_deputy = models.BooleanField(default=False)  # of a return lead: the same powers, told when the lead cannot be reached
    admitted_by_name = models.CharField(max_length=200, blank=True)  # who let them in; empty for who came before this was kept
    admitted_for = models.ForeignKey(Partnership, models.SET_NULL, related_name="+", null=True, blank=True)  # an officer's; else a lead did
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["started_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=False, partnership__isnull=True) | Q(unit__isnull=True, partnership__isnull=False),
                name="membership_of_a_unit_or_a_partnership",
            ),
            models.UniqueConstraint(
                fields=["person", "role", "unit"], condition=Q(ended_at__isnull=True, unit__isnull=False), name="one_unit_role_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["person", "role", "partnership"],
                condition=Q(ended_at__isnull=True, partnership__isnull=False),
                name="one_partnership_role_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role}"
