from django.db import models

from section11.cycles.models import Invitation
from section11.standards.models import Level, Statement


class AgreedLevel(models.Model):
    """The level after challenge, of an invitation and a statement; the self-rating always stays beside it.

    It was agreed on a self-rating (`agreed_on`) and lapses to *agree again* when a later submission changes that.
    """

    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="+")
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="+")
    level = models.ForeignKey(Level, models.PROTECT, related_name="+")
    agreed_on = models.ForeignKey(Level, models.PROTECT, related_name="+", null=True, blank=True)
    agreed_at = models.DateTimeField()
    agreed_by = models.CharField(max_length=80)
    agreed_by_name = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)  # why this level
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["invitation", "statement"], name="one_agreed_level_a_statement")]

    def __str__(self) -> str:
        return f"agreed {self.level_id}"
