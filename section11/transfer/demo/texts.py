"""What the organisations of the demo say, from demo/answers.yaml. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from section11.transfer.demo.chance import chance, pick

_WORD = re.compile(r"<(\w+)>")
_ONE_OF = re.compile(r"\(([^()|]+(?:\|[^()|]+)+)\)")
COMMENTS = {"lots": 0.85, "some": 0.55, "little": 0.25, "nothing": 0}  # how many of the statements that are met get a comment
NARRATIVES = {"lots": 0.5, "some": 0.17, "little": 0.06, "nothing": 0}  # how many of the prompts


@dataclass(frozen=True, slots=True)
class Said:
    """What is planned for a statement."""

    what: str
    how: str
    who: str


@dataclass(frozen=True, slots=True)
class Voice:
    """How one organisation speaks: the same words for the same statement every time."""

    book: Mapping[str, Any]
    key: str  # the organisation and unit
    kind: str
    writes: str
    own_words: Mapping[str, str]

    def comment(self, ref: str, level: str) -> str:
        """What is written beside a rating; most of those short of met say something."""
        texts = self._texts(ref, level)
        if not texts or (level == "met" and chance(self.key, ref, "comment") >= COMMENTS[self.writes]):
            return ""
        return self.fill(pick(texts, self.key, ref, level), ref)

    def has_words(self, ref: str, level: str) -> bool:
        """Whether there is anything to say for a statement at that level."""
        return bool(self._texts(ref, level))

    def action(self, ref: str) -> Said:
        """What they plan for a statement that is not met."""
        plan = pick(self.book["statements"][ref]["do"], self.key, ref, "do")
        who = pick(self.book["who"].get(self.kind, self.book["who"]["default"]), self.key, ref, "who")
        return Said(self.fill(plan["what"], ref), self.fill(plan["how"], ref), who)

    def narrative(self, standard: str, prompt: str) -> str:
        """What is written to a prompt; empty where they leave it."""
        told = self.book["narratives"].get(standard, {})
        texts = told.get("only", {}).get(self.kind, {}).get(prompt) or told.get(prompt, ())
        if not texts or chance(self.key, standard, prompt, "narrative") >= NARRATIVES[self.writes]:
            return ""
        return self.fill(pick(texts, self.key, standard, prompt), standard)

    def evidence(self) -> Sequence[Mapping[str, Any]]:
        """What they point to."""
        found: Sequence[Mapping[str, Any]] = self.book["evidence"].get(self.kind, self.book["evidence"]["default"])
        return found

    def fill(self, text: str, ref: str) -> str:
        """The text with this organisation's words for `<board>` and the like, and one of each `(seven|nine)`."""
        words = {**self.book["words"]["default"], **self.book["words"].get(self.kind, {}), **self.own_words}
        chosen = _ONE_OF.sub(lambda found: pick(found[1].split("|"), self.key, ref, found[1]), text)
        return _WORD.sub(lambda found: _cased(words[found[1].lower()], found[1]), chosen)

    def _texts(self, ref: str, level: str) -> Sequence[str]:
        told = self.book["statements"][ref]
        if instead := told.get("only", {}).get(self.kind, {}).get(level):
            return list(instead)
        own = told.get("for", {}).get(self.kind, {}).get(level, ())
        return [*own, *own, *told.get(level, ())]


def _cased(word: str, like: str) -> str:
    return word[0].upper() + word[1:] if like[0].isupper() else word
