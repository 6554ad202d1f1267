"""Which moves each thing of this app may make; every other one is refused. Drawn in docs/states.md.

`MOVES[thing][verb]` is the states it may be in before and the one it is in after.
"""

from section11.challenge.vocabulary import (
    ChallengeState,
    FollowUpState,
    GoodPracticeState,
    LetterState,
    OpinionState,
    PanelState,
    RecommendationState,
    SupportState,
)

Move = tuple[tuple[str, ...], str]
GONE = "gone"  # taken out before anybody but its writers knew of it

MOVES: dict[str, dict[str, Move]] = {
    "challenge": {
        "answer_challenge": ((ChallengeState.OPEN, ChallengeState.ANSWERED), ChallengeState.ANSWERED),
        "reply_to_challenge": ((ChallengeState.OPEN, ChallengeState.ANSWERED), ChallengeState.OPEN),
        "close_challenge": ((ChallengeState.OPEN, ChallengeState.ANSWERED), ChallengeState.CLOSED),
    },
    "good practice": {
        "change_good_practice": ((GoodPracticeState.MARKED,), GoodPracticeState.MARKED),
        "unmark_good_practice": ((GoodPracticeState.MARKED,), GONE),
        "ask_consent": ((GoodPracticeState.MARKED,), GoodPracticeState.ASKED),
        "agree_to_share": ((GoodPracticeState.ASKED, GoodPracticeState.DECLINED), GoodPracticeState.AGREED),
        "decline_to_share": ((GoodPracticeState.ASKED, GoodPracticeState.AGREED), GoodPracticeState.DECLINED),
    },
    "recommendation": {
        "change_recommendation": ((RecommendationState.DRAFT,), RecommendationState.DRAFT),
        "drop_recommendation": ((RecommendationState.DRAFT,), GONE),
        "give_recommendation": ((RecommendationState.DRAFT,), RecommendationState.GIVEN),
        "take_up_recommendation": ((RecommendationState.GIVEN, RecommendationState.ANSWERED), RecommendationState.TAKEN_UP),
        "answer_recommendation": ((RecommendationState.GIVEN, RecommendationState.ANSWERED), RecommendationState.ANSWERED),
    },
    "support": {
        "agree_support": ((SupportState.NEEDED, SupportState.AGREED, SupportState.LOGGED), SupportState.AGREED),
        "log_support": ((SupportState.AGREED, SupportState.LOGGED), SupportState.LOGGED),
        "close_support": ((SupportState.NEEDED, SupportState.AGREED, SupportState.LOGGED), SupportState.CLOSED),
    },
    "follow-up": {
        "acknowledge_follow_up": ((FollowUpState.OPEN,), FollowUpState.ACKNOWLEDGED),
        "close_follow_up": ((FollowUpState.OPEN, FollowUpState.ACKNOWLEDGED), FollowUpState.CLOSED),
    },
    "panel": {
        "change_panel": ((PanelState.PLANNED,), PanelState.PLANNED),
        "add_slot": ((PanelState.PLANNED,), PanelState.PLANNED),
        "change_slot": ((PanelState.PLANNED,), PanelState.PLANNED),
        "remove_slot": ((PanelState.PLANNED,), PanelState.PLANNED),
        "tell_panel": ((PanelState.PLANNED,), PanelState.PLANNED),
        "record_outcome": ((PanelState.PLANNED,), PanelState.PLANNED),
        "hold_panel": ((PanelState.PLANNED,), PanelState.HELD),
        "cancel_panel": ((PanelState.PLANNED,), PanelState.CANCELLED),
    },
    "letter": {
        "edit_letter": ((LetterState.DRAFT,), LetterState.DRAFT),
        "discard_letter": ((LetterState.DRAFT,), GONE),
        "approve_letter": ((LetterState.DRAFT,), LetterState.APPROVED),
    },
    "opinion": {
        "save_opinion": ((OpinionState.DRAFT,), OpinionState.DRAFT),
        "give_opinion": ((OpinionState.DRAFT,), OpinionState.GIVEN),
    },
}


def states_before(thing: str, verb: str) -> tuple[str, ...]:
    """The states in which that can be done."""
    return MOVES[thing][verb][0]


def state_after(thing: str, verb: str) -> str:
    """The state it is in when that is done."""
    return MOVES[thing][verb][1]


def can(thing: str, verb: str, state: str) -> bool:
    """Whether that can be done in this state."""
    return state in states_before(thing, verb)
