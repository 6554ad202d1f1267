"""What the packs of a panel say, however they are then written."""

from dataclasses import dataclass
from datetime import date, datetime

from section11.challenge.queries.noted import OpenChallenge
from section11.challenge.queries.pack import Cited, Pack
from section11.challenge.vocabulary import Side
from section11.lib.dates import day_words
from section11.reports.content.copy_of_return import KIND_WORDS, copy_of_submission
from section11.reports.content.return_copy import ReturnCopy


@dataclass(frozen=True, slots=True)
class PackChallenge:
    """An open challenge and its thread: who said it, and what."""

    title: str
    state: str
    thread: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PackContent:
    """The pack of one return."""

    who: str
    panel: str
    when: str
    enquiry: tuple[str, ...]
    challenges: tuple[PackChallenge, ...]
    evidence: tuple[str, ...]
    copy: ReturnCopy

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What one wants to know first, by name."""
        return (("Panel", self.panel), ("Time", self.when), *self.copy.facts)


def pack_content(pack: Pack, *, at: datetime) -> PackContent:
    """The pack as a document says it, self-ratings, agreed levels and last time's side by side."""
    return PackContent(
        who=pack.who,
        panel=pack.panel_title,
        when=f"{day_words(pack.held_on)}, {pack.span}",
        enquiry=pack.enquiry,
        challenges=tuple(_challenge(one) for one in pack.noted.challenges),
        evidence=tuple(_cited(one) for one in pack.evidence),
        copy=copy_of_submission(pack.view, at=at, agreed=pack.noted.agreed),
    )


def _challenge(one: OpenChallenge) -> PackChallenge:
    wanted = f", wanted by {day_words(date.fromisoformat(one.wanted_by))}" if one.wanted_by else ""
    thread = tuple((f"{turn.by} ({'partnership' if turn.side is Side.PARTNERSHIP else 'organisation'})", turn.text) for turn in one.thread)
    return PackChallenge(f"Challenge {one.number} on {one.about}: {one.kind_words.lower()}", f"{one.state_words}{wanted}", thread)


def _cited(one: Cited) -> str:
    where = f": {one.where}" if one.where else ""
    return f"{one.title} ({KIND_WORDS.get(one.kind, one.kind).lower()}{where}), for {', '.join(one.statements)}"
