from section11.cycles.models.contact import Contact, Reminder
from section11.cycles.models.cycle import Band, Cycle, LocalStatement
from section11.cycles.models.invitation import Invitation
from section11.cycles.models.ladder import LadderStep

__all__ = ["Band", "Contact", "Cycle", "Invitation", "LadderStep", "LocalStatement", "Reminder"]
