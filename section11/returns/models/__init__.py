from section11.returns.models.answer import Answer, AnswerEvidence, AnswerRevision
from section11.returns.models.assignment import Assignment
from section11.returns.models.held_post import HeldPost
from section11.returns.models.narrative import Narrative, NarrativeRevision
from section11.returns.models.return_ import Amendment, Return, ReturnInvitation, StandardMark, TakenMark
from section11.returns.models.sign_off import SignOff
from section11.returns.models.submission import (
    StandardCount,
    Submission,
    SubmissionSigns,
    SubmittedAction,
    SubmittedAnswer,
    SubmittedEvidence,
    SubmittedNarrative,
    Withdrawal,
)

__all__ = [
    "Amendment",
    "Answer",
    "AnswerEvidence",
    "AnswerRevision",
    "Assignment",
    "HeldPost",
    "Narrative",
    "NarrativeRevision",
    "Return",
    "ReturnInvitation",
    "SignOff",
    "StandardCount",
    "StandardMark",
    "Submission",
    "SubmissionSigns",
    "SubmittedAction",
    "SubmittedAnswer",
    "SubmittedEvidence",
    "SubmittedNarrative",
    "TakenMark",
    "Withdrawal",
]
