"""The draft of a feedback letter, in Markdown, from what is known of a return. Pure: an officer edits it before it goes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from section11.challenge.vocabulary import SLOT_OUTCOME_WORDS, SlotOutcome
from section11.lib.dates import day_words
from section11.lib.words import listed, plural

_MEANS_SOMETHING = re.compile(r"([\\`*_\[\]<>#|~])")
_BEGINS_LIST = re.compile(r"^(\s*)(\d+(?=[.)](?:\s|$))|[-+=])")


@dataclass(frozen=True, slots=True)
class Differs:
    """A statement whose agreed level is not the one that was given."""

    ref: str
    text: str
    given: str
    agreed: str


@dataclass(frozen=True, slots=True)
class StillOpen:
    """A challenge that is not closed. `is_answered`: the organisation has answered, and the partnership is to reply or close it."""

    number: int
    about: str
    kind: str
    wanted_by: date | None
    is_answered: bool = False


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """All that a draft is made of. Without `outcome` the return came to no panel."""

    who: str
    partnership: str
    contact: str
    cycle: str
    submission_number: int
    submitted_on: date
    met: int
    rated: int
    band: str
    outcome: SlotOutcome = SlotOutcome.NOT_SET
    outcome_note: str = ""
    panel_on: date | None = None
    strong: Sequence[str] = ()  # standards, as they are called
    graded: Sequence[tuple[str, str]] = ()  # of the better half of the scale: standard and grade
    differs: Sequence[Differs] = ()
    still_open: Sequence[StillOpen] = ()
    recommendations: Sequence[str] = ()
    support_on: date | None = None
    support_with: str = ""
    support_wanted: bool = False


def plain(text: str) -> str:
    """What somebody typed, on one line, so that Markdown shows it as it is."""
    line = " ".join(text.split())
    return _BEGINS_LIST.sub(lambda m: f"{m[1]}{m[2]}\\" if m[2].isdigit() else f"{m[1]}\\{m[2]}", _MEANS_SOMETHING.sub(r"\\\1", line))


def plain_lines(text: str) -> str:
    """The same with its lines as paragraphs."""
    return "\n\n".join(plain(line) for line in text.splitlines() if line.strip())


def share_words(met: int, rated: int) -> str:
    """`20 of 26 statements (77%)`; half a per cent is rounded up."""
    percent = (Fraction(200 * met, rated) + 1) / 2 if rated else Fraction(0)
    return f"{met} of {plural(rated, 'statement')} ({percent.__floor__()}%)"


def letter_text(facts: LetterFacts) -> str:
    """The whole draft."""
    parts = [
        _opening(facts),
        _found(facts),
        _strong(facts),
        _differs(facts),
        _open(facts),
        _recommended(facts),
        _support(facts),
        _next(facts),
    ]
    closing = "Thank you for the work behind this return, and for what you do for children."
    return "\n\n".join([*(part for part in parts if part), closing, plain(facts.partnership)]) + "\n"


def _opening(facts: LetterFacts) -> str:
    met = (
        f", and for meeting our panel on {day_words(facts.panel_on)}"
        if facts.panel_on and facts.outcome != SlotOutcome.DID_NOT_ATTEND
        else ""
    )
    of = f"It speaks of your submission {facts.submission_number} of {day_words(facts.submitted_on)}."
    return (
        f"Dear colleagues at {plain(facts.who)}\n\n"
        f"Thank you for your return to {plain(facts.cycle)}{met}. This letter says what we made of it. {of}"
    )


def _found(facts: LetterFacts) -> str:
    figures = ""
    if facts.rated:
        band = f" That is our band “{plain(facts.band)}”." if facts.band else ""
        figures = (
            f"{share_words(facts.met, facts.rated)} that apply to you and were answered {'is' if facts.met == 1 else 'are'} met.{band}"
        )
    if facts.outcome == SlotOutcome.NOT_SET:
        return f"## What we found\n\n{figures}" if figures else ""
    if facts.outcome == SlotOutcome.DID_NOT_ATTEND:
        when = f" on {day_words(facts.panel_on)}" if facts.panel_on else ""
        said = f"Our panel expected you{when}, and nobody came. Please get in touch with us, so that we can find another time."
    else:
        said = f"**{SLOT_OUTCOME_WORDS[facts.outcome]}.**"
    return "\n\n".join(part for part in ("## What the panel found", said, plain_lines(facts.outcome_note), figures) if part)


def _strong(facts: LetterFacts) -> str:
    told = []
    if facts.graded:
        told.append("\n".join(f"- {plain(standard)}: {plain(grade)}" for standard, grade in facts.graded))
    elif facts.strong:
        told.append("Every statement of these standards that applies to you is met:")
        told.append("\n".join(f"- {plain(one)}" for one in facts.strong))
    return "\n\n".join(["## What was strong", *told]) if told else ""


def _differs(facts: LetterFacts) -> str:
    if not facts.differs:
        return ""
    lines = [f"- {plain(d.ref)} {plain(d.text)} You gave: {plain(d.given)}. Agreed: {plain(d.agreed)}." for d in facts.differs]
    return "## Levels we agreed\n\nHere another level was agreed than the one you gave:\n\n" + "\n".join(lines)


def _open(facts: LetterFacts) -> str:
    asked = [
        f"- {_named(one)}{f', by {day_words(one.wanted_by)}' if one.wanted_by else ''}" for one in facts.still_open if not one.is_answered
    ]
    answered = [f"- {_named(one)}" for one in facts.still_open if one.is_answered]
    parts = [
        *(["Please answer on the page of your return:", "\n".join(asked)] if asked else []),
        *(["We have your answer and will come back to you:", "\n".join(answered)] if answered else []),
    ]
    return "\n\n".join(["## Still open", *parts]) if parts else ""


def _named(one: StillOpen) -> str:
    return f"Challenge {one.number} on {plain(one.about)}: {one.kind.lower()}"


def _recommended(facts: LetterFacts) -> str:
    lines = [f"{number}. {plain(text)}" for number, text in enumerate(facts.recommendations, 1)]
    return "## What we recommend\n\n" + "\n".join(lines) if lines else ""


def _support(facts: LetterFacts) -> str:
    if facts.support_on:
        whom = f" with {plain(facts.support_with)}" if facts.support_with else ""
        return f"## Support\n\nWe agreed to talk on {day_words(facts.support_on)}{whom} about what would help you."
    if facts.support_wanted:
        return "## Support\n\nWe would like to talk with you about what would help. We will get in touch to agree a time."
    return ""


def _next(facts: LetterFacts) -> str:
    todo = []
    if facts.outcome == SlotOutcome.MORE_NEEDED:
        todo.append("Please send what is still needed. We will look at it and may ask you to a panel again.")
    asked = [f"challenge {one.number}" for one in facts.still_open if not one.is_answered]
    if asked:
        todo.append(f"Please answer {listed(asked)}.")
    if facts.recommendations:
        todo.append("Please read each recommendation on the page of your return. Make it an action of your plan, or say why not.")
    todo.append("Please keep your improvement plan up to date. It stays with you between audits.")
    todo.append(f"If you have questions, please contact {plain(facts.contact)}.")
    return "## What happens next\n\n" + "\n".join(f"- {line}" for line in todo)
