"""What the partnership of a live audit does with the returns that are in, and how organisations answer: one entry a deed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from section11.lib.viewer import Viewer
from section11.returns.queries.submissions import submissions_of_invitation
from section11.transfer.demo.chance import pick
from section11.transfer.demo.player import Player
from section11.transfer.demo.script import Line
from section11.transfer.demo.stage import Stage

AFTERNOON = 330  # minutes after nine: when the day's returns are in


@dataclass(frozen=True, slots=True)
class Task:
    """One entry of `work`: on which day, who does what, to whose return, and what they say."""

    told: Mapping[str, Any]
    cast: Mapping[str, Player]  # by organisation, with its unit after a comma

    @property
    def line(self) -> Line:
        """When it happens, as a line of a story."""
        return Line(int(self.told["day"]), str(self.told.get("by", "")), str(self.told["do"]), "")

    @property
    def minutes(self) -> int:
        """When in its day."""
        return AFTERNOON + int(self.told.get("minute", pick(range(60), str(self.told), "task")))

    @property
    def player(self) -> Player:
        """Whose return it is about."""
        return self.cast[self.told["to"]]

    def by(self, stage: Stage) -> Viewer:
        """Who does it: somebody of the partnership, or the organisation's lead."""
        who = self.told["by"]
        return self.player.viewer(stage, who) if who == "lead" else stage.officer(who)

    def says(self, name: str = "says") -> str:
        """What they write, in one line as it is typed."""
        return str(self.told.get(name, "")).strip()

    def reference(self, stage: Stage) -> str:
        """The latest submission of the return."""
        officer = stage.officer(next(iter(stage.people)))
        return submissions_of_invitation(officer, self.player.invitation_id)[0].reference

    def keep(self, stage: Stage, number: int) -> None:
        """Remember what was made under the entry's own name."""
        if "as" in self.told:
            stage.made[self.told["as"]] = number

    def made(self, stage: Stage) -> int:
        """What an earlier entry made."""
        return stage.made[self.told["of"]]

    def version(self, usual: int = 1) -> int:
        """The version that they saw."""
        return int(self.told.get("version", usual))


Do = Callable[[Stage, Task], None]


def tasks(told: Iterable[Mapping[str, Any]], cast: Iterable[Player]) -> list[Task]:
    """Every entry of `work`."""
    by_name = {", ".join(part for part in (one.told["name"], one.told.get("unit", "")) if part): one for one in cast}
    return [Task(one, by_name) for one in told]
