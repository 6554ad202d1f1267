from section11.standards.models.edition import Edition, Level
from section11.standards.models.standard import Prompt, Standard, Statement, Wording

__all__ = ["Edition", "Level", "Prompt", "Standard", "Statement", "Wording"]
