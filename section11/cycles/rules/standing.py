"""Where an invitation stands, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from section11.cycles.vocabulary import PROGRESS_WORDS, CycleState, InvitationState, Progress
from section11.lib.clock import london_date
from section11.lib.dates import day_words

WHOLE = "Whole organisation"


@dataclass(frozen=True, slots=True)
class Standing:
    """The state and counters of an invitation. `due` is the one that counts: its own or the cycle's."""

    state: str
    progress: str
    asked: int
    answered: int
    submissions: int
    submitted_at: datetime | None
    submitted_by: str
    due: date | None
    invited: bool  # whether it has been sent, or waits for its cycle to open

    def overdue(self, today: date) -> bool:
        """Whether its due date has passed without a return."""
        return self.state == InvitationState.INVITED and self.submissions == 0 and self.due is not None and self.due < today

    @property
    def words(self) -> str:
        """`In progress`, `Submitted`, `Withdrawn` …"""
        if self.state == InvitationState.INVITED:
            return PROGRESS_WORDS[Progress(self.progress)] if self.invited else "Not sent yet"
        return STATE_WORDS[self.state]

    @property
    def more(self) -> str:
        """What the words leave open: how far, when, by whom; may be empty."""
        if self.state != InvitationState.INVITED:
            return ""
        if self.submissions and self.submitted_at:
            by = f" by {self.submitted_by}" if self.submitted_by else ""
            return f"{day_words(london_date(self.submitted_at))}{by}"
        if self.progress in (Progress.IN_PROGRESS, Progress.OPENED) and self.asked:
            return f"{self.answered} of {self.asked} answered"
        return ""


STATE_WORDS: Mapping[str, str] = {
    InvitationState.INVITED: "Invited",
    InvitationState.WITHDRAWN: "Withdrawn",
    InvitationState.EXEMPT: "Exempt",
}


def takes_returns(cycle_state: str, invitation_state: str) -> bool:
    """Whether a partnership takes a submission of a return: its cycle is open and the invitation stands."""
    return cycle_state == CycleState.OPEN and invitation_state == InvitationState.INVITED


def who_words(name: str, unit: str) -> str:
    """`Oak Surgery`, or `Elm Trust: Community nursing`."""
    return f"{name}: {unit}" if unit else name
