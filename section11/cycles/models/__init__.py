from section11.cycles.models.contact import Contact, Reminder
from section11.cycles.models.cycle import Band, Cycle, LocalStatement
from section11.cycles.models.invitation import Invitation

__all__ = ["Band", "Contact", "Cycle", "Invitation", "LocalStatement", "Reminder"]
