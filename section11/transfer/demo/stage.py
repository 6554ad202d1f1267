"""Where a live audit of the demo is played: its calendar, its clock and who acts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from section11.directory.queries.persons import person_who_may_sign_in
from section11.directory.queries.viewers import viewer_in_organisation, viewer_in_partnership
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.lib.words import slug
from section11.transfer.demo.script import Calendar

A_MOMENT = timedelta(seconds=25)


@dataclass(slots=True)
class Stage:
    """One partnership with its cycle. The clock only goes forward, so that no event is recorded before an earlier one."""

    calendar: Calendar
    book: Mapping[str, Any]  # answers.yaml
    partnership: str
    people: Mapping[str, Mapping[str, Any]]  # the partnership's own, by key
    mail: str
    now: datetime
    cycle: str = ""
    cycle_id: int = 0
    _viewers: dict[tuple[str, str], Viewer] = field(default_factory=dict)

    def begin(self, day: int, minutes: int = 0) -> datetime:
        """Go to that moment, or on from now where that has passed."""
        self.now = max(self.calendar.at(day, minutes), self.now + A_MOMENT)
        return self.now

    def tick(self) -> datetime:
        """A moment later."""
        self.now += A_MOMENT
        return self.now

    def officer(self, key: str) -> Viewer:
        """One of the partnership's people, acting in it."""
        email = address(self.people[key]["name"], self.mail)
        person = person_who_may_sign_in(email)
        viewer = viewer_in_partnership(person, self.partnership) if person else None
        if viewer is None:
            raise Absent
        return viewer

    def member(self, email: str, organisation: str) -> Viewer:
        """Somebody of an organisation, acting in it."""
        if (email, organisation) not in self._viewers:
            person = person_who_may_sign_in(email)
            viewer = viewer_in_organisation(person, organisation) if person else None
            if viewer is None:
                raise Absent
            self._viewers[email, organisation] = viewer
        return self._viewers[email, organisation]


def address(name: str, mail: str) -> str:
    """`helen.osei@riverside.example`."""
    return f"{slug(name).replace('-', '.')}@{mail}"
