"""What stands in a lead's calendar: the days by which actions and returns are due. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from section11.plans.queries.dated_actions import DatedAction
from section11.returns.queries.head import ReturnHead

LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day in a calendar. `about` names it for ever, so that a calendar which has it already moves it."""

    about: str
    day: date
    title: str
    text: str
    page: str
    changed_at: datetime
    version: int = 0


def plan_calendar(actions: Iterable[DatedAction], returns: Iterable[ReturnHead], *, at: datetime) -> list[CalendarDay]:
    """A day for each action and each return that is still to do, by date."""
    days = [_action(one) for one in actions] + [_return(one, at) for one in returns if one.due]
    return sorted(days, key=lambda one: (one.day, one.about))


def _action(one: DatedAction) -> CalendarDay:
    what = " ".join(one.what.split()) or "We would like help"
    lines = [
        what,
        f"Who leads: {one.who}" if one.who else "",
        f"For: {one.unit_name}" if one.unit_name else "",
        "Due by the end of this day.",
    ]
    return CalendarDay(
        about=f"action-{one.action_id}",
        day=one.due,
        title=f"Action due: {_short(what)}",
        text="\n".join(line for line in lines if line),
        page=f"/o/{one.organisation_slug}/plan/{one.action_id}",
        changed_at=one.updated_at,
        version=one.version,
    )


def _return(one: ReturnHead, at: datetime) -> CalendarDay:
    if one.due is None:
        raise ValueError("a return without a due date has no day")
    return CalendarDay(
        about=f"invitation-{one.invitation_number}",
        day=one.due,
        title=f"Return due: {_short(one.cycle_title)}",
        text=f"The return of {one.organisation_name} to {one.partnership_name}.\nDue by the end of this day.",
        page=f"/o/{one.organisation_slug}/returns/{one.return_id}",
        changed_at=at,
    )


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1]}…"
