from section11.plans.models.action import Action, ActionEvidence, ActionShare, ActionUpdate

__all__ = ["Action", "ActionEvidence", "ActionShare", "ActionUpdate"]
