"""section11: Section 11 self-assessment audits for English safeguarding partnerships."""

__version__ = "0.1.0"
