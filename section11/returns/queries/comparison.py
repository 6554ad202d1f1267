"""Two submissions of one unit side by side, statement by statement."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, Q

from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import SubmittedAnswer, SubmittedNarrative
from section11.returns.queries.submissions import SubmissionHead, readable_heads
from section11.standards.queries.edition_content import edition_contents
from section11.standards.rules.content import REVIEW_PROMPTS, EditionContent


@dataclass(frozen=True, slots=True)
class Said:
    """What one submission said to a statement; `level` empty = unanswered."""

    level: str
    level_class: str
    comment: str
    reason: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparedStatement:
    """A statement and both answers; None where that submission was not asked it."""

    ref: str
    text: str
    earlier: Said | None
    later: Said | None

    @property
    def differs(self) -> bool:
        """Whether the two say different things."""
        return self.earlier != self.later


@dataclass(frozen=True, slots=True)
class ComparedText:
    """A narrative in both."""

    label: str
    earlier: str
    later: str

    @property
    def differs(self) -> bool:
        """Whether the two say different things."""
        return self.earlier != self.later


@dataclass(frozen=True, slots=True)
class ComparedStandard:
    """A standard of either submission."""

    ref: str
    title: str
    statements: tuple[ComparedStatement, ...]
    texts: tuple[ComparedText, ...]

    @property
    def differs(self) -> bool:
        """Whether anything in it differs."""
        return any(one.differs for one in self.statements) or any(one.differs for one in self.texts)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two submissions of one unit, the earlier one first."""

    earlier: SubmissionHead
    later: SubmissionHead
    standards: tuple[ComparedStandard, ...]

    @property
    def differing(self) -> int:
        """How many statements differ."""
        return sum(one.differs for standard in self.standards for one in standard.statements)


def compare(viewer: Viewer, first: str, second: str, *, return_id: int | None = None) -> Comparison:
    """Two submissions by reference, matched by the statements' keys.

    `Absent` unless the viewer may read both and one unit made them; with `return_id` the first is one of that return.
    """
    heads = {head.reference: head for head in readable_heads(viewer, (first, second))}
    if {first, second} - heads.keys() or len({head.unit_id for head in heads.values()}) > 1:
        raise Absent
    if return_id is not None and heads[first].return_id != return_id:
        raise Absent
    earlier, later = sorted((heads[first], heads[second]), key=lambda head: (head.submitted_at, head.number))
    said, texts = _answers(earlier, later), _texts(earlier, later)
    before, now = said.get(earlier.submission_id, {}), said.get(later.submission_id, {})
    standards: list[ComparedStandard] = []
    told: set[str] = set()
    for content in _contents(earlier, later):
        for standard in content.standards:
            asked = [s for s in standard.statements if s.key not in told and (s.key in before or s.key in now)]
            told |= {s.key for s in asked}
            statements = tuple(ComparedStatement(s.ref, s.text, before.get(s.key), now.get(s.key)) for s in asked)
            narratives = _narratives({p.key: p.label for p in content.prompts}, texts, standard.ref, earlier, later)
            if statements or narratives:
                standards.append(ComparedStandard(standard.ref, standard.title, statements, narratives))
    review = _narratives({p.key: p.label for p in REVIEW_PROMPTS}, texts, "", earlier, later)
    if review:
        standards.append(ComparedStandard("", "What has changed, what you will improve", (), review))
    return Comparison(earlier, later, tuple(standards))


def _contents(earlier: SubmissionHead, later: SubmissionHead) -> Sequence[EditionContent]:
    """The later one's editions, then the earlier one's where they were others: for what is asked no longer."""
    wanted: dict[int, str] = {}
    for head in (later, earlier):
        wanted.setdefault(head.edition_id, head.edition_hash)
        if head.local_edition_id and head.local_edition_hash:
            wanted.setdefault(head.local_edition_id, head.local_edition_hash)
    return edition_contents(*wanted.items())


def _answers(earlier: SubmissionHead, later: SubmissionHead) -> Mapping[int, dict[str, Said]]:
    """By submission and statement key: in one query, a row for each piece of evidence."""
    rows: defaultdict[int, dict[str, Said]] = defaultdict(dict)
    found = SubmittedAnswer.objects.filter(submission_id__in=[earlier.submission_id, later.submission_id])
    for number, key, level, of, comment, reason, title in found.order_by(
        "submission_id", "statement__order", "evidence__order"
    ).values_list(
        "submission_id", F("statement__key"), F("level__label"), F("level__level_class"), "comment", "reason", F("evidence__title")
    ):
        before = rows[number].get(key)
        told = (*(before.evidence if before else ()), *((title,) if title else ()))
        rows[number][key] = Said(level or "", of or "", comment, reason, told)
    return rows


def _texts(earlier: SubmissionHead, later: SubmissionHead) -> Mapping[tuple[int, str, str], str]:
    found = SubmittedNarrative.objects.filter(Q(submission_id=earlier.submission_id) | Q(submission_id=later.submission_id))
    return {
        (n, ref or "", prompt): text for n, ref, prompt, text in found.values_list("submission_id", F("standard__ref"), "prompt", "text")
    }


def _narratives(
    labels: Mapping[str, str], texts: Mapping[tuple[int, str, str], str], ref: str, earlier: SubmissionHead, later: SubmissionHead
) -> tuple[ComparedText, ...]:
    pairs = [
        ComparedText(label, texts.get((earlier.submission_id, ref, key), ""), texts.get((later.submission_id, ref, key), ""))
        for key, label in labels.items()
    ]
    return tuple(one for one in pairs if one.earlier or one.later)
