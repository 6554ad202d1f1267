"""What may be typed when a return is judged: grades and their scale, good practice, recommendations, opinions. Pure."""

from collections.abc import Collection, Sequence

from section11.challenge.rules.typing import text_problem, without_empty
from section11.challenge.vocabulary import GoodPracticeState, OpinionState, RecommendationState
from section11.lib.words import free_slug, same_name, slug

MOST_GRADES = 10
LONGEST_LABEL = 100
LONGEST_OPINION = 50_000

GRADES_FROZEN = "A grade has been given in this audit, so its scale can no longer change"
ONE_GRADE = "A scale needs at least two grades. To switch grading off, clear them all"


def scale_problems(labels: Sequence[str]) -> dict[str, str]:
    """Everything that is wrong with the grades of a scale, best first, by field (`label-2`, or "" for the whole)."""
    problems: dict[str, str] = {}
    if len(labels) > MOST_GRADES:
        problems[""] = f"Keep to {MOST_GRADES} grades or fewer"
    elif len(labels) == 1:
        problems[""] = ONE_GRADE
    seen: set[str] = set()
    for place, label in enumerate(labels):
        if not same_name(label):
            problems[f"label-{place}"] = "Enter a name for this grade"
        elif len(label) > LONGEST_LABEL:
            problems[f"label-{place}"] = f"Keep the name of this grade to {LONGEST_LABEL} characters or fewer"
        elif same_name(label) in seen:
            problems[f"label-{place}"] = f"Give this grade another name: {label.strip()} is there already"
        seen.add(same_name(label))
    return problems


def keyed_grades(labels: Sequence[str]) -> list[tuple[str, str]]:
    """The grades in their order, each with a key made of its name."""
    keyed: list[tuple[str, str]] = []
    for label in labels:
        keyed.append((free_slug(slug(label, 36), [key for key, _ in keyed]), " ".join(label.split())))
    return keyed


def grade_problems(grade: str, reasons: str, known: Collection[str]) -> dict[str, str]:
    """What is wrong with a grade (a key) and its reasons."""
    return without_empty(
        {
            "grade": "" if grade in known else "Choose a grade",
            "reasons": text_problem(reasons, "Give the reasons for this grade"),
        }
    )


def practice_problems(text: str) -> dict[str, str]:
    """What is wrong with good practice as it would be shared."""
    return without_empty({"text": text_problem(text, "Say what is good practice, as others would read it")})


def recommendation_problems(text: str) -> dict[str, str]:
    """What is wrong with a recommendation."""
    return without_empty({"text": text_problem(text, "Write what you recommend")})


def no_action_problems(text: str) -> dict[str, str]:
    """What is wrong with an answer that says why no action follows."""
    return without_empty({"answer": text_problem(text, "Say why you plan no action")})


def opinion_problems(text: str, *, is_given: bool) -> dict[str, str]:
    """What is wrong with an opinion; a draft may still be empty."""
    if is_given and not text:
        return {"text": "Write your opinion before you give it"}
    return {"text": f"Shorten this to {LONGEST_OPINION:,} characters or fewer"} if len(text) > LONGEST_OPINION else {}


def sample_problems(size: int | None, left: int) -> dict[str, str]:
    """What is wrong with the size of a sample, where so many returns have not been drawn yet."""
    if not left:
        return {"size": "There is no return left to draw"}
    if size is None or size < 1:
        return {"size": "Enter how many returns to draw, like 5"}
    if size > left:
        return {"size": f"Only {left:,} {'return is' if left == 1 else 'returns are'} left to draw from. Enter {left:,} or fewer"}
    return {}


NOW: dict[str, dict[str, str]] = {
    "good practice": {
        GoodPracticeState.MARKED: "not asked about yet",
        GoodPracticeState.ASKED: "with the organisation, which was asked whether it may be shared",
        GoodPracticeState.AGREED: "agreed to be shared",
        GoodPracticeState.DECLINED: "not to be shared",
    },
    "recommendation": {
        RecommendationState.DRAFT: "not given yet",
        RecommendationState.GIVEN: "given to the organisation",
        RecommendationState.TAKEN_UP: "taken up as an action",
        RecommendationState.ANSWERED: "answered without an action",
    },
    "opinion": {OpinionState.DRAFT: "a draft", OpinionState.GIVEN: "given, and never changes again"},
}


def moved_on(thing: str, state: str) -> str:
    """What to say when a move is no longer possible."""
    return f"This {thing} is {NOW[thing].get(state, 'in another state')} now. Look at it again to see what can be done next"
