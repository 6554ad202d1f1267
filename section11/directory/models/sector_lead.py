from django.db import models

from section11.directory.models.partnership import Sector
from section11.directory.models.person import Person


class SectorLead(models.Model):
    """The strategic lead for a sector: whoever follow-ups of that sector are brought to."""

    sector = models.ForeignKey(Sector, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sector"], name="one_lead_a_sector")]

    def __str__(self) -> str:
        return f"lead of {self.sector_id}"
