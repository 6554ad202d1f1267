from section11.standards.models.edition import Edition, Level
from section11.standards.models.mapping import MappedStatement, Mapping
from section11.standards.models.standard import Prompt, Standard, Statement, Wording

__all__ = ["Edition", "Level", "MappedStatement", "Mapping", "Prompt", "Standard", "Statement", "Wording"]
