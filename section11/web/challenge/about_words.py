"""What a challenge is about, in words, and where it stands in a submission."""

from dataclasses import dataclass

from section11.lib.errors import Absent
from section11.lib.refs import key_of, kind_of
from section11.returns.queries.submission_view import ActionLine, AnswerLine, StandardPart, SubmissionView


@dataclass(frozen=True, slots=True)
class AboutWords:
    """One thing of a submission. `anchor` leads to it on the reading view."""

    name: str  # statement:1.1
    short: str  # statement 1.1
    text: str
    standard_ref: str
    anchor: str
    answer: AnswerLine | None = None
    action: ActionLine | None = None


def about_words(view: SubmissionView, name: str) -> AboutWords:
    """The thing of that name in a submission; `Absent` when it has none such."""
    kind, key = kind_of(name), key_of(name)
    for number, standard in enumerate(view.standards, 1):
        found = _in_standard(standard, number, kind, key, name)
        if found:
            return found
    for action in view.actions:
        if kind == "action" and str(action.action_id) == key:
            return AboutWords(name, "an action", action.what or "We would like help", "", "", action=action)
    raise Absent


def _in_standard(standard: StandardPart, number: int, kind: str, key: str, name: str) -> AboutWords | None:
    if kind == "standard" and standard.ref == key:
        return AboutWords(name, f"standard {key}", standard.title, key, f"#standard-{number}")
    for answer in standard.answers:
        anchor = f"#s-{answer.ref.replace('.', '_')}"
        if kind == "statement" and answer.ref == key:
            return AboutWords(name, f"statement {key}", answer.text, standard.ref, anchor, answer=answer)
        for action in answer.actions:
            if kind == "action" and str(action.action_id) == key:
                words = f"the action for {answer.ref}"
                return AboutWords(name, words, action.what or "We would like help", standard.ref, anchor, action=action)
    return None


def statement_words(view: SubmissionView, statement_ref: str) -> tuple[AboutWords, AnswerLine]:
    """A statement of a submission, and what was answered to it; `Absent` when it was not asked."""
    found = about_words(view, f"statement:{statement_ref}")
    if found.answer is None:
        raise Absent
    return found, found.answer
