"""What was submitted last time, in the terms of this time's edition: what a review and carried answers begin with."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.db.models import F

from section11.returns.models import SubmittedAnswer, SubmittedNarrative
from section11.standards.models import Level, Statement
from section11.standards.queries.counterparts import successors
from section11.standards.queries.edition_content import edition_content
from section11.standards.rules.carrying import same_level
from section11.standards.vocabulary import LevelClass


@dataclass(frozen=True, slots=True)
class LastAnswer:
    """What was said of one of this time's statements. `level_id` None: this scale has no such level, so it is chosen anew."""

    level_id: int | None
    comment: str
    reason: str
    no_action_reason: str
    see_id: int | None
    answer_ids: tuple[int, ...]  # the submitted answers that it comes from

    def joined(self, other: "LastAnswer") -> "LastAnswer":
        """The two as one, where two earlier statements are one now: their level if they agree, and both texts."""
        return LastAnswer(
            level_id=self.level_id if self.level_id == other.level_id else None,
            comment=_both(self.comment, other.comment),
            reason=_both(self.reason, other.reason),
            no_action_reason=_both(self.no_action_reason, other.no_action_reason),
            see_id=self.see_id or other.see_id,
            answer_ids=self.answer_ids + other.answer_ids,
        )


@dataclass(frozen=True, slots=True)
class LastTime:
    """A submission in this time's terms: answers by statement, narratives by standard and prompt."""

    answers: dict[int, LastAnswer] = field(default_factory=dict)
    narratives: dict[tuple[int, str], str] = field(default_factory=dict)


def last_times(edition_id: int, edition_hash: str, local_edition_id: int | None, submissions: Collection[int]) -> dict[int, LastTime]:
    """By submission, what was rated in it. For callers who were let see both sides; six statements whatever their number."""
    if not submissions:
        return {}
    rows = list(
        SubmittedAnswer.objects.filter(submission_id__in=submissions, level__isnull=False)
        .order_by("statement__order", "pk")
        .values_list(
            *("pk", "submission_id", "statement_id", F("statement__standard__edition_id"), F("level__key"), F("level__level_class")),
            *("comment", "reason", "no_action_reason", "see_id"),
        )
    )
    editions = {edition_id, local_edition_id} - {None}
    follow = successors({e for e in editions if e}, {row[3] for row in rows})
    scale = edition_content(edition_id, edition_hash).levels
    level_ids = dict(Level.objects.filter(edition_id=edition_id).values_list("key", "pk"))
    found: dict[int, LastTime] = {submission_id: LastTime() for submission_id in submissions}
    for pk, submission_id, statement_id, _, key, level_class, comment, reason, no_action_reason, see_id in rows:
        level = same_level(key, LevelClass(level_class), scale)
        see = follow.get(see_id, (None,))[0]
        said = LastAnswer(level_ids[level.key] if level else None, comment, reason, no_action_reason, see, (pk,))
        answers = found[submission_id].answers
        for now in follow.get(statement_id, ()):
            answers[now] = answers[now].joined(said) if now in answers else said
    _add_narratives(found, follow)
    return found


def _add_narratives(found: Mapping[int, LastTime], follow: Mapping[int, tuple[int, ...]]) -> None:
    """A narrative follows its standard to where most of that standard's statements went."""
    every = {*follow, *(now for later in follow.values() for now in later)}
    standard_of = dict(Statement.objects.filter(pk__in=every).values_list("pk", "standard_id")) if every else {}
    went: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for before, later in follow.items():
        went[standard_of[before]].update(standard_of[now] for now in later)
    rows = SubmittedNarrative.objects.filter(submission_id__in=found, standard__in=went).exclude(text="").order_by("standard__order", "pk")
    for submission_id, standard_id, prompt, text in rows.values_list("submission_id", "standard_id", "prompt", "text"):
        texts = found[submission_id].narratives
        place = (went[standard_id].most_common(1)[0][0], prompt)
        texts[place] = _both(texts.get(place, ""), text)


def _both(one: str, other: str) -> str:
    return "\n\n".join(dict.fromkeys(text for text in (one, other) if text))
