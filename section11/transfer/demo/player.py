"""A unit that takes part in a live audit of the demo, and how far its return has come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from section11.lib.viewer import Viewer
from section11.returns.operations.save_answer import AnswerText
from section11.transfer.demo.script import Line, numbers, read_line
from section11.transfer.demo.stage import Stage, address
from section11.transfer.demo.texts import Voice


@dataclass(slots=True)
class Player:
    """One entry of `organisations`. What is known only once it is invited is filled in then."""

    told: Mapping[str, Any]
    lines: tuple[Line, ...]
    sector: str
    kind: str
    why: tuple[str, ...]
    invitation_id: int = 0
    unit_id: int = 0
    organisation: str = ""  # its slug
    return_id: int = 0
    lead: str = ""  # by name: another after a handover
    levels: dict[str, str] = field(default_factory=dict)
    saved: dict[str, tuple[AnswerText, int]] = field(default_factory=dict)  # by statement ref, with the version
    versions: dict[str, int] = field(default_factory=dict)  # of what was carried from last time: by statement, or standard/prompt
    narrated: set[str] = field(default_factory=set)  # standards whose prompts were gone through
    memberships: dict[str, int] = field(default_factory=dict)  # of contributors, by key

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.told['name']} {self.told.get('unit', '')}"

    @property
    def marked(self) -> set[str]:
        """The standards that its story marks as not applicable."""
        return {ref for line in self.lines if line.verb == "marks" for ref in numbers(line.rest)}

    def name(self, who: str) -> str:
        """The name of the lead, the signatory or a contributor."""
        if who == "lead":
            return self.lead
        return str(self.told["signatory"]["name"] if who == "signatory" else self.told["contributors"][who]["name"])

    def email(self, who: str) -> str:
        """Their address."""
        return address(self.name(who), self.told["mail"])

    def viewer(self, stage: Stage, who: str) -> Viewer:
        """That person, acting in the organisation."""
        return stage.member(self.email(who), self.organisation)

    def says(self, ref: str) -> Mapping[str, Any]:
        """What its entry says of a statement."""
        found: Mapping[str, Any] = self.told.get("says", {}).get(ref, {})
        return found

    def voice(self, stage: Stage) -> Voice:
        """How it speaks."""
        return Voice(
            book=stage.book,
            key=self.key,
            kind=self.kind,
            writes=self.told.get("writes", "some"),
            own_words={"mail": self.told["mail"], **self.told.get("words", {})},
        )


def players(organisations: Iterable[Mapping[str, Any]], kind_of_sector: Mapping[str, str]) -> list[Player]:
    """Every entry of `organisations`. A further unit takes part as the first one of its organisation does."""
    first: dict[str, Mapping[str, Any]] = {}
    made = []
    for told in organisations:
        place = first.setdefault(told["name"], told)
        made.append(
            Player(
                told=told,
                lines=tuple(read_line(line) for line in told.get("story", ())),
                sector=place["sector"],
                kind=kind_of_sector[place["sector"]],
                why=tuple(place["why"]),
                lead=told["lead"],
            )
        )
    return made
