from django.db import models

from section11.cycles.models.cycle import Cycle
from section11.cycles.rules.ladder import Rung
from section11.cycles.vocabulary import LADDER_KIND_WORDS


class LadderStep(models.Model):
    """One rung of a cycle's chasing ladder: `days` before (negative) or after an invitation's due date, somebody is told.

    The words are empty where the cycle's reminder is sent.
    """

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="ladder")
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=15, choices=[(k.value, w) for k, w in LADDER_KIND_WORDS.items()])
    days = models.IntegerField()
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)  # plain text

    class Meta:
        ordering = ["cycle", "order"]
        constraints = [models.UniqueConstraint(fields=["cycle", "kind", "days"], name="one_rung_a_kind_and_day")]

    def __str__(self) -> str:
        return f"{self.kind} {self.days}"

    @property
    def rung(self) -> Rung:
        """It, as the rules of ladders know it."""
        return Rung(self.kind, self.days, self.subject, self.body)
