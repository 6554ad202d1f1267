from section11.notices.models.email import Email

__all__ = ["Email"]
