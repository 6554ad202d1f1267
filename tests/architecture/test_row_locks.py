"""Rows are locked in a way that lets others refer to them.

PostgreSQL checks foreign keys when a transaction commits, and holds up that commit while the row referred to is locked
`FOR UPDATE`. Who waits there has every other lock already, so two people would wait for each other. `no_key=True` does not.
"""

import re
from pathlib import Path

import section11

LOCK = re.compile(r"select_for_update\(([^)]*\)?[^)]*)\)")


def test_every_lock_on_a_row_lets_others_refer_to_it() -> None:
    place = Path(section11.__file__).parent
    found = [(file, call) for file in sorted(place.rglob("*.py")) for call in LOCK.findall(file.read_text())]
    assert found
    assert [f"{file.relative_to(place)}: select_for_update({call})" for file, call in found if "no_key=True" not in call] == []
