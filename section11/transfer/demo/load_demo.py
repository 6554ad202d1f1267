"""Load the demo, once."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction

from section11.directory.operations.admit_member import admit_member
from section11.directory.queries.records import partnership_record
from section11.directory.vocabulary import Role
from section11.lib.clock import london_date
from section11.lib.errors import Absent
from section11.lib.viewer import SystemViewer, Viewer, system_viewer
from section11.transfer.count_rows import count_rows
from section11.transfer.demo.folder import cycle_files, demo_script
from section11.transfer.demo.live_cycle import AfterDay, play_live_cycle
from section11.transfer.operations.import_cycle import import_cycle
from section11.transfer.operations.load_library import load_library


def load_demo(viewer: Viewer, *, at: datetime, after_day: AfterDay) -> Iterator[str]:
    """Load each part of the demo that is not here yet, and say which; only the product itself does.

    A part is a partnership with all that happens in it, in one transaction: it is here whole, or not at all. `after_day` may
    add what other parts of the product do after each day of the live audit.
    """
    if not isinstance(viewer, SystemViewer):
        raise Absent
    load_library(viewer, at=at)
    today = london_date(at)
    yield from _play("live-cycle.yaml", today, after_day)
    yield from _play("neighbour.yaml", today, lambda viewer, at: None)
    for path in cycle_files():
        if partnership_record(viewer, path.stem) is None:
            with transaction.atomic():
                _bring_in(path.read_bytes(), path.stem, at)
            count_rows()
            yield path.stem


def _play(name: str, today: date, after_day: AfterDay) -> Iterator[str]:
    """A live audit, where its partnership is not here yet."""
    script = demo_script(name)
    if "work" in script:
        script = {**script, **demo_script(script["work"])}
    slug = script["partnership"]["slug"]
    if partnership_record(system_viewer("demo"), slug) is None:
        with transaction.atomic():
            play_live_cycle(script, demo_script("answers.yaml"), today=today, after_day=after_day)
        count_rows()
        yield slug


def _bring_in(data: bytes, slug: str, at: datetime) -> None:
    """A past audit, with an officer who can look at it."""
    import_cycle(system_viewer("demo"), data, at=at)
    here = partnership_record(system_viewer("demo"), slug)
    if here is None:
        raise ValueError(f"the cycle file {slug}.json is of another partnership")
    product = system_viewer("demo", partnership_id=here.id, roles=frozenset({Role.OFFICER}))
    officer = demo_script("people.yaml")["of_cycle_files"]
    admit_member(product, role=Role.OFFICER, name=officer["name"], email=officer["email"], at=at)
