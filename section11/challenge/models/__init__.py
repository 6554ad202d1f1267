from section11.challenge.models.agreed_level import AgreedLevel

__all__ = ["AgreedLevel"]
