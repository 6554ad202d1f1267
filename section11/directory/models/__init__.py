from section11.directory.models.membership import Membership
from section11.directory.models.organisation import Organisation, Unit
from section11.directory.models.participation import Participation, ParticipationDuty
from section11.directory.models.partnership import Partnership, Sector
from section11.directory.models.person import Person
from section11.directory.models.registration import Registration
from section11.directory.models.sector_lead import SectorLead

__all__ = [
    "Membership",
    "Organisation",
    "Participation",
    "ParticipationDuty",
    "Partnership",
    "Person",
    "Registration",
    "Sector",
    "SectorLead",
    "Unit",
]
