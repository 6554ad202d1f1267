"""Where a live audit of the demo is played: its calendar, its clock and who acts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from section11.directory.queries.persons import person_who_may_sign_in
from section11.directory.queries.viewers import viewer_in_organisation, viewer_in_partnership
from section11.lib.clock import london_date
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.lib.words import slug
from section11.transfer.demo.script import Calendar

A_MOMENT = timedelta(seconds=25)
ViewerIn = Callable[[Any, str], Viewer | None]


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
    made: dict[str, int] = field(default_factory=dict)  # what deeds made, by the name their entry gives it
    _viewers: dict[tuple[str, str], Viewer] = field(default_factory=dict)
    _signed_in: dict[str, date] = field(default_factory=dict)

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
        return self._acting(address(self.people[key]["name"], self.mail), self.partnership, viewer_in_partnership)

    def member(self, email: str, organisation: str) -> Viewer:
        """Somebody of an organisation, acting in it."""
        return self._acting(email, organisation, viewer_in_organisation)

    def _acting(self, email: str, place: str, viewer_in: ViewerIn) -> Viewer:
        """The person as the pages would see them, who signs in on each day on which they act."""
        today = london_date(self.now)
        if (email, place) not in self._viewers or self._signed_in.get(email) != today:
            person = person_who_may_sign_in(email)
            viewer = viewer_in(person, place) if person else None
            if person is None or viewer is None:
                raise Absent
            person.last_login = self.now
            person.save(update_fields=["last_login"])
            self._viewers[email, place], self._signed_in[email] = viewer, today
        return self._viewers[email, place]


def address(name: str, mail: str) -> str:
    """`helen.osei@riverside.example`."""
    return f"{slug(name).replace('-', '.')}@{mail}"
