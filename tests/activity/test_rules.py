from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from section11.activity.rules import FIRST, event_hash, head_mac

EVENT: dict[str, Any] = {
    "stream": "partnership:1",
    "number": 1,
    "at": datetime(2026, 10, 5, 9, 0, tzinfo=UTC),
    "actor": "person:a",
    "verb": "opened",
    "subject": "cycle:3",
    "details": {"from": "draft", "to": "open"},
    "previous": FIRST,
}


@pytest.mark.parametrize(
    "other",
    [
        {"stream": "partnership:2"},
        {"number": 2},
        {"at": EVENT["at"] + timedelta(microseconds=1)},
        {"actor": "person:b"},
        {"verb": "closed"},
        {"subject": "cycle:4"},
        {"details": {"from": "draft", "to": "closed"}},
        {"previous": "1" * 64},
    ],
    ids=lambda other: next(iter(other)),
)
def test_every_field_is_covered(other: dict[str, Any]) -> None:
    assert event_hash(**EVENT) != event_hash(**{**EVENT, **other})


def test_neither_the_zone_of_the_clock_nor_the_order_of_details_matters() -> None:
    same_instant = EVENT["at"].astimezone(timezone(timedelta(hours=1)))
    turned_round = dict(reversed(EVENT["details"].items()))
    assert event_hash(**{**EVENT, "at": same_instant, "details": turned_round}) == event_hash(**EVENT)


def test_a_seal_needs_the_key() -> None:
    sealed: dict[str, Any] = {"stream": "partnership:1", "length": 3, "head": "a" * 64}
    assert head_mac(key="one", **sealed) != head_mac(key="two", **sealed)
