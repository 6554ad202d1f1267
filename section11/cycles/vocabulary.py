"""The words of audit cycles."""

from enum import StrEnum


class CycleState(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class InvitationState(StrEnum):
    INVITED = "invited"
    WITHDRAWN = "withdrawn"  # left out of what was approached
    EXEMPT = "exempt"  # likewise


class Progress(StrEnum):
    """How far an invitation's return has come; the partnership sees this, not its content."""

    NOT_OPENED = "not-opened"
    OPENED = "opened"
    IN_PROGRESS = "in-progress"
    WITH_SIGNATORY = "with-signatory"
    SIGNED = "signed"
    SUBMITTED = "submitted"
    AMENDING = "amending"  # submitted before, and being changed


PROGRESS_WORDS: dict[Progress, str] = {
    Progress.NOT_OPENED: "Not opened",
    Progress.OPENED: "Opened",
    Progress.IN_PROGRESS: "In progress",
    Progress.WITH_SIGNATORY: "With signatory",
    Progress.SIGNED: "Signed",
    Progress.SUBMITTED: "Submitted",
    Progress.AMENDING: "Being amended",
}


class ContactKind(StrEnum):
    PHONE = "phone"
    EMAIL = "email"
    MEETING = "meeting"
