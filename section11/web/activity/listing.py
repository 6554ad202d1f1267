"""One page of what happened in a place, in words."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from section11.activity.queries.events import EventFilter, events_of_place
from section11.directory.queries.names import names_of_actors
from section11.lib.paging import Page
from section11.returns.queries.names import names_of_subjects
from section11.web.activity.words import GROUPS, verbs_of, words_of
from section11.web.forms.activity import ActivityFilterForm
from section11.web.request import PageRequest


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as people read it. `about` is empty where it has no name."""

    at: datetime
    who: str
    who_ref: str
    words: str
    about: str


def things_of(subject: str, details: Mapping[str, Any]) -> list[str]:
    """What an event speaks of, the nearest first: its subject, else what a challenge, letter or time at a panel is of."""
    return [subject, *(str(details[part]) for part in ("invitation", "submission", "cycle") if ":" in str(details.get(part, "")))]


def activity_context(request: PageRequest, only: Collection[str] = tuple(GROUPS)) -> Mapping[str, Any]:
    """What both pages of activity show: the filter, and the events of the viewer's place that it lets through."""
    form = ActivityFilterForm(request.GET, groups={key: GROUPS[key] for key in only})
    form.is_valid()
    chosen = form.cleaned_data
    by = request.GET.get("by", "")[:80]
    wanted = EventFilter(verbs=verbs_of(chosen.get("about", "")), actor=by, since=chosen.get("since"), until=chosen.get("until"))
    page = events_of_place(request.viewer, wanted, page=request.GET.get("page", "1"))
    actors = names_of_actors(request.viewer, {row.actor for row in page.rows})
    named = names_of_subjects(request.viewer, {one for row in page.rows for one in things_of(row.subject, row.details)})
    rows = [
        Happening(
            *(row.at, actors[row.actor], row.actor, words_of(row.verb, row.details)),
            next((named[one] for one in things_of(row.subject, row.details) if one in named), ""),
        )
        for row in page.rows
    ]
    return {
        "form": form,
        "events": Page(rows, page.number, page.total, page.size),
        "by": by,
        "by_name": actors.get(by, "one person"),
        "active": sum(bool(request.GET.get(name)) for name in ("about", "since", "until", "by")),
    }
