"""Checks every row against what is known, and says what each would do. Nothing is kept here."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from section11.cycles.queries.invitation_context import InvitationContext, Place
from section11.cycles.rules.already import already_invited
from section11.cycles.rules.invitation_wording import NO_REVIEW_YET, NO_TINY, InvitationWording, invitation_problems
from section11.cycles.rules.standing import who_words
from section11.directory.rules import tidy_email
from section11.directory.vocabulary import DUTY_BASIS_WORDS, DutyBasis
from section11.lib.dates import day_words
from section11.lib.words import same_name
from section11.standards.vocabulary import FORM_WORDS, Form
from section11.transfer.invitation_sheet.alike import alike
from section11.transfer.invitation_sheet.columns import REQUIRED
from section11.transfer.invitation_sheet.read_day import read_day
from section11.transfer.invitation_sheet.table import Problem, Row


class Outcome(StrEnum):
    """What a row will do to the directory."""

    NEW = "new"  # an organisation that is not there yet
    MATCHED = "matched"  # one that takes part already
    UNIT = "unit"  # a new unit of one that is there, or of one further up in the sheet


IS_IT = "Is it {known}, which is here already? Then put the sheet aside and use that name in it"
EMAILS = ("lead_email", "signatory_email")
OUTCOME_WORDS: dict[Outcome, str] = {
    Outcome.NEW: "New organisation",
    Outcome.MATCHED: "Already here",
    Outcome.UNIT: "Another unit",
}


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row as it will be invited. `note` says what differs from what is there."""

    row: int
    outcome: Outcome
    wording: InvitationWording
    note: str = ""

    def as_dict(self) -> dict[str, Any]:
        """As it is kept in the database."""
        told = asdict(self.wording)
        told["due"] = self.wording.due.isoformat() if self.wording.due else None
        return {"row": self.row, "outcome": self.outcome.value, "note": self.note, "wording": told}


def checked_row(told: Mapping[str, Any]) -> CheckedRow:
    """The row again, from what is kept."""
    wording = {**told["wording"], "duty_basis": tuple(told["wording"]["duty_basis"])}
    wording["due"] = date.fromisoformat(wording["due"]) if wording["due"] else None
    return CheckedRow(told["row"], Outcome(told["outcome"]), InvitationWording(**wording), told["note"])


def check_rows(
    rows: Sequence[Row],
    context: InvitationContext,
    *,
    barred: Mapping[str, str],
    works_in: Mapping[str, str],
    progress: Callable[[int, int], None],
) -> tuple[list[CheckedRow], list[Problem]]:
    """Every row with what it will do, and every fault of every row.

    `barred`: addresses nobody is let in under, and why. `works_in`: addresses of people who work in an organisation, and its name.
    """
    check = _Check(context, barred, works_in)
    for count, row in enumerate(rows, 1):
        check.row(row)
        if count % 100 == 0 or count == len(rows):
            progress(count, len(rows))
    return check.checked, check.problems


class _Check:
    """The rows so far: what they will do, what is wrong with them, and who was named where."""

    def __init__(self, context: InvitationContext, barred: Mapping[str, str], works_in: Mapping[str, str]) -> None:
        self.context, self.barred, self.works_in = context, barred, works_in
        self.checked: list[CheckedRow] = []
        self.problems: list[Problem] = []
        self.seen: dict[Place, int] = {}
        self.first_of: dict[str, tuple[int, str]] = {}
        self.sectors = {same_name(text): key for key, label in context.sectors.items() for text in (label, key)}

    def row(self, row: Row) -> None:
        """Check one row."""
        texts = row.texts
        problems: dict[str, str] = {}
        sector = self._sector(texts.get("sector", ""), problems)
        duties = self._duties(texts.get("duty_basis", ""), problems)
        due = self._due(texts.get("due", ""), problems)
        wording = InvitationWording(
            name=texts.get("name", ""),
            sector=sector,
            duty_basis=duties,
            lead_name=texts.get("lead_name", ""),
            lead_email=texts.get("lead_email", "").lower(),
            form=_form(texts.get("form", "")),
            unit=texts.get("unit", ""),
            signatory_name=texts.get("signatory_name", ""),
            signatory_email=texts.get("signatory_email", "").lower(),
            due=due,
            contract=texts.get("contract", ""),
        )
        context = self.context
        found = invitation_problems(wording, sectors=context.sectors, opens=context.opens, today=context.today)
        refused = {column: self.barred[email] for column in EMAILS if (email := tidy_email(texts.get(column, ""))) in self.barred}
        problems = {**found, **refused, **problems}
        place = (same_name(wording.name), same_name(wording.unit))
        if "name" not in problems:
            problems |= {column: reason for column, reason in self._meeting(row.number, place, wording).items() if column not in problems}
        missing = set(REQUIRED) - row.texts.keys()  # told once, at the headings
        self.problems += [
            Problem(row.number, column, reason, texts.get(column, "")) for column, reason in problems.items() if column not in missing
        ]
        if not problems:
            self.checked.append(CheckedRow(row.number, self._outcome(row.number, place), wording, self._note(place, wording)))
        self.first_of.setdefault(place[0], (row.number, wording.sector))

    def _sector(self, text: str, problems: dict[str, str]) -> str:
        key = self.sectors.get(same_name(text), "")
        if not key:
            known = "; ".join(f"{k} ({label})" if same_name(k) != same_name(label) else k for k, label in self.context.sectors.items())
            problems["sector"] = f"{'No sector of this name' if text else 'Enter a sector'}. Yours are: {known}"
        return key

    def _duties(self, text: str, problems: dict[str, str]) -> tuple[str, ...]:
        told = [part.strip() for part in text.split(";") if part.strip()]
        unknown = [part for part in told if same_name(part) not in _DUTIES]
        if unknown or not told:
            problems["duty_basis"] = (
                f"{'Not known: ' + '; '.join(unknown) + '. ' if unknown else ''}Enter one or more of: {'; '.join(DutyBasis)}"
            )
        return tuple(dict.fromkeys(_DUTIES[same_name(part)] for part in told if same_name(part) in _DUTIES))

    def _due(self, text: str, problems: dict[str, str]) -> date | None:
        if not text:
            if self.context.due_has_passed and self.context.due:
                problems["due"] = f"Enter a due date: that of the audit, {day_words(self.context.due)}, has passed"
            return None
        day = read_day(text)
        if day is None:
            problems["due"] = "Not a date. Enter it like 2027-03-31 or 31/03/2027"
        return day

    def _meeting(self, number: int, place: Place, wording: InvitationWording) -> dict[str, str]:
        """What is wrong with a row beside the other rows and those who are invited already."""
        problems: dict[str, str] = {}
        who = who_words(wording.name, wording.unit)
        if place in self.seen:
            problems["unit" if wording.unit else "name"] = f"{who} is in row {self.seen[place]} already. Keep one of the two rows"
        elif place in self.context.invited:
            problems["unit" if wording.unit else "name"] = already_invited(who, self.context.invited[place])
        self.seen.setdefault(place, number)
        if wording.form == Form.REVIEW and place not in self.context.sent_before:
            known = self._may_be(place, wording)
            problems["form"] = f"Nobody of this name takes part yet. Do you mean {known}? Then use that name" if known else NO_REVIEW_YET
        if wording.form == Form.TINY and not self.context.asks_tiny:
            problems["form"] = NO_TINY
        first, sector = self.first_of.get(place[0], (0, ""))
        if first and place[0] not in self.context.organisations and sector and wording.sector and sector != wording.sector:
            problems["sector"] = f"Row {first} puts {wording.name} in another sector. Give both rows the same one"
        return problems

    def _may_be(self, place: Place, wording: InvitationWording) -> str:
        """The name of the one that a new organisation may be, by its lead or its spelling; empty for one that is known."""
        if place[0] in self.context.organisations or place[0] in self.first_of:
            return ""
        return self.works_in.get(tidy_email(wording.lead_email)) or alike(wording.name, self.context.organisations)

    def _outcome(self, number: int, place: Place) -> Outcome:
        organisation = self.context.organisations.get(place[0])
        if organisation is not None:
            return Outcome.MATCHED if not place[1] or place[1] in organisation.units else Outcome.UNIT
        return Outcome.UNIT if place[0] in self.first_of else Outcome.NEW

    def _note(self, place: Place, wording: InvitationWording) -> str:
        organisation = self.context.organisations.get(place[0])
        if organisation is None:
            known = self._may_be(place, wording)
            return IS_IT.format(known=known) if known else ""
        notes = []
        if organisation.name != wording.name:
            notes.append(f"Known here as {organisation.name}")
        if organisation.sector_key != wording.sector:
            notes.append(f"Stays in the sector {organisation.sector}")
        return ". ".join(notes)


_DUTIES: dict[str, str] = {same_name(text): key.value for key, words in DUTY_BASIS_WORDS.items() for text in (key.value, words)}
_FORMS: dict[str, str] = {same_name(text): key.value for key, words in FORM_WORDS.items() for text in (key.value, words)}


def _form(text: str) -> str:
    return _FORMS.get(re.sub(r"form$", "", same_name(text)), text)
