"""Whether an edition's words keep their promises to its readers: every part there, plain, its own, nobody else's."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from section11.standards.rules.content import EditionContent, StatementContent
from section11.standards.rules.readability import grade, sentences, words
from section11.standards.vocabulary import LevelClass

LONGEST_SENTENCE = 25  # words
HARDEST_TEXT = 8.0  # grade of any text of three sentences or more
HARDEST_EDITION = 6.5  # mean grade of those: a reader of eleven or twelve
EVIDENCE = range(2, 5)
RUN = 7  # words in a row that no text may share with somebody else's
ALIKE = 0.5  # share of three-word runs that makes two texts twins
CITED = re.compile(
    r"\b(?!The )(?:[A-Z][a-z]+ (?:(?:of|to|in|and|the|for) )*){1,6}(?:Act|Education|Together|Children|Framework|Guidance) (?:19|20)\d\d"
)


@dataclass(frozen=True, slots=True)
class Promise:
    """What an edition promises: kinds of reader for whom its light statements have own wording, and how many on each other one."""

    light: tuple[str, ...] = ()
    others_at_least: int = 0
    levels: bool = True  # what each level looks like, evidence and impact on every statement


@dataclass(frozen=True, slots=True)
class House:
    """What all words of the library are held to."""

    promises: Mapping[str, Promise]  # by tool
    familiar: Set[str]  # words of the field that every reader knows
    may_cite: tuple[str, ...]  # titles with their years
    others: Set[str]  # `run_hash` of every seven-word run of documents that are not ours


@dataclass(frozen=True, slots=True)
class Told:
    """One text of an edition: where it stands, which statement it is about (empty: none) and what kind of part it is."""

    place: str
    ref: str
    part: str
    text: str


def run_hash(run: Sequence[str]) -> str:
    """A run of words as 12 hexadecimal digits: enough to know it again, nothing to read."""
    return hashlib.sha256(" ".join(run).encode()).hexdigest()[:12]


def runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    """Every run of that many words, lower case, without marks."""
    said = [re.sub("[^a-z0-9]", "", word.lower()) for word in words(text)]
    return (tuple(said[n : n + length]) for n in range(len(said) - length + 1))


def wording_problems(content: EditionContent, house: House) -> list[str]:
    """Everything that is wrong with an edition's words, each with its place."""
    told = list(texts(content))
    found = _missing(content, house.promises.get(content.reference.partition("/")[0], Promise()))
    for one in told:
        found += _hard(one, house) + _borrowed(one, house)
    grades = [grade(one.text, house.familiar) for one in told if len(sentences(one.text)) > 2]
    if grades and (mean := sum(grades) / len(grades)) > HARDEST_EDITION:
        found.append(f"the whole: mean grade {mean:.1f}, more than {HARDEST_EDITION}")
    return found + _twins(told)


def texts(content: EditionContent) -> Iterator[Told]:
    """Every text that a reader reads."""
    for standard in content.standards:
        yield Told(f"{standard.ref} question", "", "question", standard.question)
        for statement in standard.statements:
            yield from _texts_of(statement)


def _texts_of(statement: StatementContent) -> Iterator[Told]:
    ref, part = statement.ref, statement.source
    yield Told(f"{ref} text", ref, "text", statement.text)
    for name in ("guidance", "impact"):
        if part.get(name):
            yield Told(f"{ref} {name}", ref, name, part[name])
    for kind, text in part.get("guidance_for", {}).items():
        yield Told(f"{ref} guidance for {kind}", ref, "guidance", text)
    for kind, looks in {"everybody": part.get("looks_like", {}), **part.get("looks_like_for", {})}.items():
        for level, text in looks.items():
            yield Told(f"{ref} {level} for {kind}", ref, "looks_like", text)
    for kind, examples in {"everybody": part.get("evidence_examples", ()), **part.get("evidence_examples_for", {})}.items():
        for number, text in enumerate(examples, 1):
            yield Told(f"{ref} evidence {number} for {kind}", ref, "evidence", text)


def _missing(content: EditionContent, promise: Promise) -> list[str]:
    rated = {level.key for level in content.levels if level.level_class is not LevelClass.NOT_APPLICABLE}
    found = [f"{standard.ref}: no key question" for standard in content.standards if not standard.question]
    for statement in content.statement_by_ref.values():
        part, ref = statement.source, statement.ref
        if not part.get("guidance"):
            found.append(f"{ref}: no guidance")
        if promise.levels:
            found += [f"{ref}: does not say what {key} looks like" for key in sorted(rated - part.get("looks_like", {}).keys())]
            if len(part.get("evidence_examples", ())) not in EVIDENCE:
                found.append(f"{ref}: needs two to four examples of evidence")
            if not part.get("impact"):
                found.append(f"{ref}: no note on impact")
        own = part.get("guidance_for", {}).keys()
        if statement.light:
            found += [f"{ref}: no wording for {kind}" for kind in promise.light if kind not in own and _is_asked_of(statement, kind)]
        elif len(own) < min(promise.others_at_least, len(statement.only_for) or promise.others_at_least):
            found.append(f"{ref}: wording for {len(own)} kinds of reader, fewer than {promise.others_at_least}")
    return found


def _is_asked_of(statement: StatementContent, kind: str) -> bool:
    return kind not in statement.not_for and (not statement.only_for or kind in statement.only_for)


def _hard(one: Told, house: House) -> list[str]:
    said = sentences(one.text)
    found = [
        f"{one.place}: a sentence of {count} words, more than {LONGEST_SENTENCE}"
        for s in said
        if (count := len(words(s))) > LONGEST_SENTENCE
    ]
    if len(said) > 2 and (hard := grade(one.text, house.familiar)) > HARDEST_TEXT:
        found.append(f"{one.place}: grade {hard:.1f}, more than {HARDEST_TEXT:.0f}")
    return found


def _borrowed(one: Told, house: House) -> list[str]:
    shared = [" ".join(run) for run in runs(one.text, RUN) if run_hash(run) in house.others]
    cited = [title for title in CITED.findall(one.text) if title not in house.may_cite]
    return [f"{one.place}: somebody else's words: {run}" for run in shared[:1]] + [f"{one.place}: cites {title}" for title in cited]


def _twins(told: Sequence[Told]) -> list[str]:
    """Texts of the same kind about different statements that say nearly the same."""
    where: defaultdict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    own: dict[int, int] = {}
    for number, one in enumerate(told):
        if one.ref and one.part in ("guidance", "impact", "looks_like"):
            mine = set(runs(one.text, 3))
            own[number] = len(mine)
            for run in mine:
                where[one.part, run].append(number)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for numbers in where.values():
        for pair in combinations(numbers, 2):
            shared[pair] += 1
    return [
        f"{told[a].place} and {told[b].place} say nearly the same"
        for (a, b), count in sorted(shared.items())
        if told[a].ref != told[b].ref and count >= ALIKE * max(min(own[a], own[b]), 5)
    ]
