"""Move good practice, a recommendation or an opinion on: part of the operations that do."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import F

from section11.challenge.models import GoodPractice, Opinion, Recommendation
from section11.challenge.rules.judging import moved_on
from section11.challenge.rules.transitions import GONE, can, state_after, states_before
from section11.lib.errors import Absent, Conflict, Refused

MODELS: dict[str, type[GoodPractice] | type[Recommendation] | type[Opinion]] = {
    "good practice": GoodPractice,
    "recommendation": Recommendation,
    "opinion": Opinion,
}

WRITERS = {"good practice": "marked_by_name", "recommendation": "written_by_name", "opinion": "written_by_name"}


def move_judgement(
    thing: str, verb: str, key: int, *, version: int | None = None, typed: Mapping[str, str] | None = None, **fields: str | datetime
) -> None:
    """Make a move of the table in `transitions`, and save `fields` with it; who may was asked before.

    With a `version`, only if nobody saved since. Otherwise `Refused` (it has moved on) or `Conflict` with both texts.
    """
    rows = MODELS[thing].objects
    wanted = rows.filter(pk=key, state__in=states_before(thing, verb))
    if version is not None:
        wanted = wanted.filter(version=version)
    after = state_after(thing, verb)
    if wanted.delete()[0] if after == GONE else wanted.update(state=after, version=F("version") + 1, **fields):
        return
    stands = rows.filter(pk=key).first()
    if stands is None:
        raise Absent
    if not can(thing, verb, stands.state):
        raise Refused(moved_on(thing, stands.state))
    mine = typed or {}
    by = "answered_by_name" if "answer" in mine else WRITERS[thing]
    raise Conflict(version=stands.version, mine=mine, theirs={name: getattr(stands, name) for name in mine}, by=getattr(stands, by))
