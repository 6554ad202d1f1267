from section11.challenge.models.agreed_level import AgreedLevel
from section11.challenge.models.challenge import Challenge, ChallengeEvidence, ChallengeMessage
from section11.challenge.models.follow_up import FollowUp, FollowUpCause, SupportConversation
from section11.challenge.models.judgement import EvidenceRating, GoodPractice, GradeLevel, Recommendation, StandardGrade
from section11.challenge.models.letter import Letter, LetterOpening
from section11.challenge.models.panel import Panel, PanelMember, PanelPack, PanelSlot, PanelTelling
from section11.challenge.models.reviewing import Look, Opinion, ReviewerPart, SamplePick

__all__ = [
    "AgreedLevel",
    "Challenge",
    "ChallengeEvidence",
    "ChallengeMessage",
    "EvidenceRating",
    "FollowUp",
    "FollowUpCause",
    "GoodPractice",
    "GradeLevel",
    "Letter",
    "LetterOpening",
    "Look",
    "Opinion",
    "Panel",
    "PanelMember",
    "PanelPack",
    "PanelSlot",
    "PanelTelling",
    "Recommendation",
    "ReviewerPart",
    "SamplePick",
    "StandardGrade",
    "SupportConversation",
]
