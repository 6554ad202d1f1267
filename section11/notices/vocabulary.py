"""The words of emails."""

from enum import StrEnum


class EmailState(StrEnum):
    DUE = "due"
    CLAIMED = "claimed"  # somebody is sending it this very moment, or died while doing so
    SENT = "sent"
    UNKNOWN = "unknown"  # nobody knows whether it went: never repeated but by an officer
    FAILED = "failed"
    CAME_BACK = "came-back"  # a mail server sent it back, or refused its address


EMAIL_STATE_WORDS: dict[EmailState, str] = {
    EmailState.DUE: "Waiting to be sent",
    EmailState.CLAIMED: "Being sent",
    EmailState.SENT: "Sent",
    EmailState.UNKNOWN: "Not known whether it was sent",
    EmailState.FAILED: "Could not be sent",
    EmailState.CAME_BACK: "Came back",
}
TROUBLED = frozenset({EmailState.UNKNOWN, EmailState.FAILED})  # wait for an officer
MAY_BE_SENT_AGAIN = TROUBLED | {EmailState.CAME_BACK}
MAY_COME_BACK = frozenset({EmailState.CLAIMED, EmailState.SENT, EmailState.UNKNOWN})
IN_TROUBLE = "trouble"  # in addresses: all that wait for an officer


class EmailKind(StrEnum):
    """What an email is for. One module a kind in `notices/kinds/` (two where one event has two outcomes)."""

    INVITATION = "invitation"
    NEW_LEAD = "new-lead"
    LEAD_LET_IN = "lead-let-in"
    REMINDER = "reminder"
    CONTRIBUTOR_INVITED = "contributor-invited"
    SIGN_OFF_ASKED = "sign-off-asked"
    RETURN_APPROVED = "return-approved"
    RETURN_SENT_BACK = "return-sent-back"
    RETURNED_FOR_CORRECTION = "returned-for-correction"
    RECEIPT = "receipt"
    REGISTRATION_ASKED = "registration-asked"
    REGISTRATION_WAITING = "registration-waiting"
    REGISTRATION_APPROVED = "registration-approved"
    REGISTRATION_DECLINED = "registration-declined"
    COLLEAGUE_INVITED = "colleague-invited"
    PANEL = "panel"
    PANEL_MEMBER = "panel-member"
    LETTER = "letter"
    CHALLENGE_RAISED = "challenge-raised"
    CHALLENGE_REPLIED = "challenge-replied"
    CHALLENGE_CLOSED = "challenge-closed"
    CHALLENGE_ANSWERED = "challenge-answered"
    CHALLENGE_LATE = "challenge-late"
    CONSENT_ASKED = "consent-asked"
    RECOMMENDATIONS_GIVEN = "recommendations-given"
    ACTION_DUE = "action-due"
    ACTION_OVERDUE = "action-overdue"
    ACTION_REOPENED = "action-reopened"
    ACTION_CONFIRMED = "action-confirmed"
    SUPPORT_ASKED = "support-asked"
    SUPPORT_ANSWERED = "support-answered"
    LADDER_REMINDER = "ladder-reminder"
    LADDER_OVERDUE = "ladder-overdue"
    LADDER_SENIOR = "ladder-senior"
    LADDER_STRATEGIC_LEAD = "ladder-lead"
    FOLLOW_UP_WAITS = "follow-up-waits"
    SUPPORT_AGREED = "support-agreed"
    SUPPORT_LOGGED = "support-logged"


EMAIL_KIND_WORDS: dict[EmailKind, str] = {
    EmailKind.INVITATION: "Invitation",
    EmailKind.NEW_LEAD: "Welcome to a new return lead",
    EmailKind.LEAD_LET_IN: "A new return lead, told to the others",
    EmailKind.REMINDER: "Reminder",
    EmailKind.CONTRIBUTOR_INVITED: "Welcome to a contributor",
    EmailKind.SIGN_OFF_ASKED: "Request to sign off",
    EmailKind.RETURN_APPROVED: "Return approved",
    EmailKind.RETURN_SENT_BACK: "Return sent back",
    EmailKind.RETURNED_FOR_CORRECTION: "Returned for correction",
    EmailKind.RECEIPT: "Receipt of a return",
    EmailKind.REGISTRATION_ASKED: "Receipt of a registration",
    EmailKind.REGISTRATION_WAITING: "A registration waits",
    EmailKind.REGISTRATION_APPROVED: "Registration approved",
    EmailKind.REGISTRATION_DECLINED: "Registration declined",
    EmailKind.COLLEAGUE_INVITED: "Welcome to a colleague",
    EmailKind.PANEL: "Time at a panel",
    EmailKind.PANEL_MEMBER: "Day of a panel, to a member",
    EmailKind.LETTER: "Link of a letter",
    EmailKind.CHALLENGE_RAISED: "A challenge to answer",
    EmailKind.CHALLENGE_REPLIED: "A reply in a challenge",
    EmailKind.CHALLENGE_CLOSED: "A challenge closed",
    EmailKind.CHALLENGE_ANSWERED: "A challenge answered",
    EmailKind.CHALLENGE_LATE: "A challenge past its day",
    EmailKind.CONSENT_ASKED: "May good practice be shared",
    EmailKind.RECOMMENDATIONS_GIVEN: "Something is recommended",
    EmailKind.ACTION_DUE: "Actions due soon",
    EmailKind.ACTION_OVERDUE: "Actions overdue",
    EmailKind.ACTION_REOPENED: "Action opened again",
    EmailKind.ACTION_CONFIRMED: "Action confirmed",
    EmailKind.SUPPORT_ASKED: "Support asked for",
    EmailKind.SUPPORT_ANSWERED: "Support answered",
    EmailKind.LADDER_REMINDER: "Reminder from the ladder",
    EmailKind.LADDER_OVERDUE: "Overdue: to the return lead",
    EmailKind.LADDER_SENIOR: "Overdue: to the senior person",
    EmailKind.LADDER_STRATEGIC_LEAD: "Overdue: to the strategic lead",
    EmailKind.FOLLOW_UP_WAITS: "A follow-up waits",
    EmailKind.SUPPORT_AGREED: "A support conversation is agreed",
    EmailKind.SUPPORT_LOGGED: "A support conversation was held",
}
