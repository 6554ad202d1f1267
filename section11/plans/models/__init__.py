from section11.plans.models.action import Action

__all__ = ["Action"]
