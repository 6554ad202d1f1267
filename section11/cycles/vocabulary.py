"""The words of audit cycles."""

from enum import StrEnum


class CycleState(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


CYCLE_STATE_WORDS: dict[CycleState, str] = {
    CycleState.DRAFT: "Draft",
    CycleState.OPEN: "Open",
    CycleState.CLOSED: "Closed",
}


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


CONTACT_WORDS: dict[ContactKind, str] = {
    ContactKind.PHONE: "Phone call",
    ContactKind.EMAIL: "Email",
    ContactKind.MEETING: "Meeting",
}


class LadderKind(StrEnum):
    """Whom a rung of the chasing ladder tells."""

    REMINDER = "reminder"  # the return lead, before the due date
    OVERDUE = "overdue"  # the return lead, after it
    SENIOR = "senior"  # the named senior person of the organisation
    STRATEGIC_LEAD = "strategic-lead"  # the partnership's strategic lead for the sector: a follow-up


LADDER_KIND_WORDS: dict[LadderKind, str] = {
    LadderKind.REMINDER: "Reminder to the return lead",
    LadderKind.OVERDUE: "Overdue: to the return lead",
    LadderKind.SENIOR: "To the named senior person",
    LadderKind.STRATEGIC_LEAD: "To the strategic lead for the sector",
}


class Group(StrEnum):
    """How the register is filtered: by state, by progress, or by what is late."""

    RETURNED = "returned"  # at least one submission
    WAITING = "waiting"  # invited, return not in
    OVERDUE = "overdue"
    NOT_OPENED = "not-opened"
    OPENED = "opened"
    IN_PROGRESS = "in-progress"
    WITH_SIGNATORY = "with-signatory"
    SIGNED = "signed"
    SUBMITTED = "submitted"
    AMENDING = "amending"
    WITHDRAWN = "withdrawn"
    EXEMPT = "exempt"
    APPROACHED = "approached"  # neither withdrawn nor exempt
    UNDER_WAY = "under-way"  # opened, return not in
    RECENT = "recent"  # returned during the last seven days
    NO_SENIOR = "no-senior"  # overdue, and the ladder would tell a senior person, but nobody is named


GROUP_WORDS: dict[Group, str] = {
    Group.RETURNED: "Returned",
    Group.WAITING: "Not returned",
    Group.OVERDUE: "Overdue",
    Group.NOT_OPENED: "Not opened",
    Group.OPENED: "Opened",
    Group.IN_PROGRESS: "In progress",
    Group.WITH_SIGNATORY: "With signatory",
    Group.SIGNED: "Signed",
    Group.SUBMITTED: "Submitted",
    Group.AMENDING: "Being amended",
    Group.WITHDRAWN: "Withdrawn",
    Group.EXEMPT: "Exempt",
    Group.APPROACHED: "Invited",
    Group.UNDER_WAY: "Under way",
    Group.RECENT: "In during the last seven days",
    Group.NO_SENIOR: "Overdue, nobody senior named",
}
