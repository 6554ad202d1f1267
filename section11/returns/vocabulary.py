"""The words of returns."""

from enum import StrEnum


class ReturnState(StrEnum):
    """Where a return stands. `docs/states.md` draws the moves."""

    OPEN = "open"  # answers can be saved
    WITH_SIGNATORY = "with-signatory"
    SIGNED = "signed"
    SUBMITTED = "submitted"


class SignOffState(StrEnum):
    ASKED = "asked"
    APPROVED = "approved"
    SENT_BACK = "sent-back"
    TAKEN_BACK = "taken-back"
