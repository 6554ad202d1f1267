from django.db import models

from section11.directory.models import Person
from section11.returns.models.return_ import Return
from section11.standards.models import Standard


class Assignment(models.Model):
    """A standard handed to a contributor, who reads all of the return and writes theirs."""

    unit_return = models.ForeignKey(Return, models.CASCADE, related_name="assignments")
    standard = models.ForeignKey(Standard, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    handed_at = models.DateTimeField()
    handed_by_name = models.CharField(max_length=200)
    done_at = models.DateTimeField(null=True, blank=True)  # the contributor says: my part is done

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit_return", "standard", "person"], name="handed_once")]

    def __str__(self) -> str:
        return f"{self.standard_id} to {self.person_id}"
