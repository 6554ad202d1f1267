"""What a challenge can be about: one statement, standard or action of a submission, named `statement:1.1`, `standard:1`, `action:7`."""

from dataclasses import dataclass
from typing import Any

from section11.challenge.rules.typing import Subject
from section11.lib.errors import Absent
from section11.lib.refs import key_of, kind_of
from section11.returns.models import SubmittedAction, SubmittedAnswer

KINDS = ("statement", "standard", "action")


@dataclass(frozen=True, slots=True)
class About:
    """One thing of a submission. Exactly one of the three ids is set; `standard_ref` is empty for an action of the whole plan."""

    statement_id: int | None
    standard_id: int | None
    action_id: int | None
    standard_ref: str | None
    rated: str

    @property
    def ids(self) -> dict[str, Any]:
        """The columns of a challenge that say what it is about."""
        return {"statement_id": self.statement_id, "standard_id": self.standard_id, "action_id": self.action_id}

    def subject(self, levels: dict[str, int]) -> Subject:
        """It, as the rules of a challenge ask for it."""
        return Subject(self.statement_id is not None, self.rated, levels)


def about(submission_id: int, name: str) -> About:
    """The thing of that name in a submission the caller was let read; `Absent` when it has none such."""
    kind, key = kind_of(name), key_of(name)
    if kind == "action":
        found = SubmittedAction.objects.filter(submission_id=submission_id, pk=int(key) if key.isascii() and key.isdigit() else 0)
        for pk, standard_ref in found.values_list("pk", "statement__standard__ref"):
            return About(None, None, pk, standard_ref, "")
    answers = SubmittedAnswer.objects.filter(submission_id=submission_id).values_list(
        "statement_id", "statement__standard_id", "statement__standard__ref", "level__key"
    )
    if kind == "statement":
        for statement_id, _, standard_ref, level in answers.filter(statement__ref=key):
            return About(statement_id, None, None, standard_ref, level or "")
    if kind == "standard":
        for _, standard_id, standard_ref, _ in answers.filter(statement__standard__ref=key)[:1]:
            return About(None, standard_id, None, standard_ref, "")
    raise Absent
