"""The words of challenge, panels, letters, support and follow-up."""

from enum import StrEnum


class Side(StrEnum):
    """Who wrote in a challenge's thread."""

    PARTNERSHIP = "partnership"
    ORGANISATION = "organisation"


class ChallengeKind(StrEnum):
    QUESTION = "question"
    EVIDENCE = "evidence"  # a request, with a date
    LEVEL = "level"  # another level is proposed


CHALLENGE_KIND_WORDS: dict[ChallengeKind, str] = {
    ChallengeKind.QUESTION: "Question",
    ChallengeKind.EVIDENCE: "Request for evidence",
    ChallengeKind.LEVEL: "Proposed level",
}


class ChallengeState(StrEnum):
    OPEN = "open"  # the organisation is to answer
    ANSWERED = "answered"  # the partnership is to reply or close
    CLOSED = "closed"


CHALLENGE_STATE_WORDS: dict[ChallengeState, str] = {
    ChallengeState.OPEN: "With the organisation",
    ChallengeState.ANSWERED: "Answered",
    ChallengeState.CLOSED: "Closed",
}


class ChallengeOutcome(StrEnum):
    """How a thread ended."""

    NOT_SET = ""
    LEVEL_STANDS = "level-stands"
    LEVEL_AGREED = "level-agreed"
    EVIDENCE_SEEN = "evidence-seen"
    AMENDED = "amended"
    ACTION_PLANNED = "action-planned"
    NOT_SETTLED = "not-settled"
    RAISED_IN_ERROR = "raised-in-error"


CHALLENGE_OUTCOME_WORDS: dict[ChallengeOutcome, str] = {
    ChallengeOutcome.NOT_SET: "Not closed yet",
    ChallengeOutcome.LEVEL_STANDS: "The self-rating stands",
    ChallengeOutcome.LEVEL_AGREED: "Another level was agreed",
    ChallengeOutcome.EVIDENCE_SEEN: "The evidence was seen",
    ChallengeOutcome.AMENDED: "The return was amended",
    ChallengeOutcome.ACTION_PLANNED: "An action was planned",
    ChallengeOutcome.NOT_SETTLED: "Closed without agreement",
    ChallengeOutcome.RAISED_IN_ERROR: "Raised in error",
}


class EvidenceStrength(StrEnum):
    """What a reviewer makes of the evidence behind one answer."""

    STRONG = "strong"
    ENOUGH = "enough"
    WEAK = "weak"
    NONE = "none"


EVIDENCE_STRENGTH_WORDS: dict[EvidenceStrength, str] = {
    EvidenceStrength.STRONG: "Strong: shows what changed",
    EvidenceStrength.ENOUGH: "Enough: shows it is in place",
    EvidenceStrength.WEAK: "Weak: does not show it",
    EvidenceStrength.NONE: "None seen",
}


class GoodPracticeState(StrEnum):
    MARKED = "marked"  # known to the partnership only
    ASKED = "asked"  # the organisation is asked whether it may be shared
    AGREED = "agreed"
    DECLINED = "declined"


GOOD_PRACTICE_STATE_WORDS: dict[GoodPracticeState, str] = {
    GoodPracticeState.MARKED: "Marked, not asked yet",
    GoodPracticeState.ASKED: "Asked to share",
    GoodPracticeState.AGREED: "May be shared",
    GoodPracticeState.DECLINED: "Not to be shared",
}


class RecommendationState(StrEnum):
    DRAFT = "draft"  # not told to the organisation yet
    GIVEN = "given"
    TAKEN_UP = "taken-up"  # made into an action of the plan
    ANSWERED = "answered"  # the organisation says why no action


RECOMMENDATION_STATE_WORDS: dict[RecommendationState, str] = {
    RecommendationState.DRAFT: "Not given yet",
    RecommendationState.GIVEN: "Given",
    RecommendationState.TAKEN_UP: "Taken up as an action",
    RecommendationState.ANSWERED: "Answered without an action",
}


class PanelState(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


PANEL_STATE_WORDS: dict[PanelState, str] = {
    PanelState.PLANNED: "Planned",
    PanelState.HELD: "Held",
    PanelState.CANCELLED: "Cancelled",
}


class SlotOutcome(StrEnum):
    """What the panel made of one return."""

    NOT_SET = ""
    ASSURED = "assured"
    ASSURED_WITH_ACTIONS = "assured-with-actions"
    MORE_NEEDED = "more-needed"
    DID_NOT_ATTEND = "did-not-attend"


SLOT_OUTCOME_WORDS: dict[SlotOutcome, str] = {
    SlotOutcome.NOT_SET: "No outcome yet",
    SlotOutcome.ASSURED: "Assured",
    SlotOutcome.ASSURED_WITH_ACTIONS: "Assured, with actions",
    SlotOutcome.MORE_NEEDED: "More is needed before the panel is assured",
    SlotOutcome.DID_NOT_ATTEND: "The organisation did not attend",
}


class Telling(StrEnum):
    """What the leads of a return, or a member, were told of a panel."""

    PLANNED = "planned"
    CHANGED = "changed"
    CANCELLED = "cancelled"


TELLING_WORDS: dict[Telling, str] = {
    Telling.PLANNED: "Date, time and place",
    Telling.CHANGED: "A change of date, time or place",
    Telling.CANCELLED: "It will not take place",
}


class LetterState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"  # never changes again; its link is emailed and kept


LETTER_STATE_WORDS: dict[LetterState, str] = {LetterState.DRAFT: "Draft", LetterState.APPROVED: "Approved and sent"}


class SupportState(StrEnum):
    NEEDED = "needed"
    AGREED = "agreed"  # a date and who
    LOGGED = "logged"  # what was said
    CLOSED = "closed"


SUPPORT_STATE_WORDS: dict[SupportState, str] = {
    SupportState.NEEDED: "To be agreed",
    SupportState.AGREED: "Agreed",
    SupportState.LOGGED: "Held",
    SupportState.CLOSED: "Closed",
}


class FollowUpReason(StrEnum):
    """Why a return is brought to the strategic lead for its sector."""

    BAND = "band"
    NEVER_RETURNED = "never-returned"
    MUST_MEET = "must-meet"
    PICKED = "picked"


FOLLOW_UP_REASON_WORDS: dict[FollowUpReason, str] = {
    FollowUpReason.BAND: "Its band asks for follow-up",
    FollowUpReason.NEVER_RETURNED: "No return after the last reminder",
    FollowUpReason.MUST_MEET: "A must-meet statement is not met",
    FollowUpReason.PICKED: "Picked by an officer",
}


class FollowUpState(StrEnum):
    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    CLOSED = "closed"


FOLLOW_UP_STATE_WORDS: dict[FollowUpState, str] = {
    FollowUpState.OPEN: "Waiting for the lead",
    FollowUpState.ACKNOWLEDGED: "With the lead",
    FollowUpState.CLOSED: "Closed",
}


class OpinionState(StrEnum):
    DRAFT = "draft"
    GIVEN = "given"  # never changes again


STARTER_GRADES: tuple[tuple[str, str], ...] = (
    ("outstanding", "Outstanding"),
    ("good", "Good"),
    ("requires-improvement", "Requires improvement"),
    ("inadequate", "Inadequate"),
)
