from section11.notices.models.email import Email
from section11.notices.models.mark import Mark

__all__ = ["Email", "Mark"]
