from section11.plans.rules.action_text import FAR, LONGEST_TEXT, ActionText, answers_level, cleaned, is_complete, problems_of

__all__ = ["FAR", "LONGEST_TEXT", "ActionText", "answers_level", "cleaned", "is_complete", "problems_of"]
