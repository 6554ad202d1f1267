"""What becomes of a load that does not come to its end."""

from collections.abc import Mapping

import pytest

from section11.cli.management.commands.demo import send_nothing
from section11.directory.queries.records import partnership_record
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer, system_viewer
from section11.transfer.demo import live_cycle, load_demo
from section11.transfer.demo.folder import demo_script
from section11.transfer.demo.player import Player
from section11.transfer.demo.script import Line
from section11.transfer.demo.stage import Stage
from tests.factories.directory import make_viewer
from tests.transfer.demo.conftest import LOADED_AT

pytestmark = pytest.mark.django_db


class Interrupted(Exception):
    """Somebody pulled the plug."""


def _interrupt(stage: Stage, player: Player, line: Line) -> None:
    raise Interrupted


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    neighbour = demo_script("neighbour.yaml")
    monkeypatch.setattr(load_demo, "demo_script", lambda name: neighbour)
    monkeypatch.setattr(load_demo, "cycle_files", list)


def _load(viewer: Viewer) -> list[str]:
    return list(load_demo.load_demo(viewer, at=LOADED_AT, after_day=send_nothing))


def test_an_interrupted_load_leaves_nothing_and_can_be_begun_again(monkeypatch: pytest.MonkeyPatch) -> None:
    acts: Mapping[str, live_cycle.Act] = live_cycle.ACTS
    monkeypatch.setattr(live_cycle, "ACTS", {**acts, "opens": _interrupt})
    with pytest.raises(Interrupted):
        _load(system_viewer("demo"))
    assert partnership_record(system_viewer("demo"), "fenbridge") is None
    monkeypatch.setattr(live_cycle, "ACTS", acts)
    assert _load(system_viewer("demo")) == ["fenbridge"]
    assert _load(system_viewer("demo")) == []


def test_only_the_product_itself_loads_it() -> None:
    with pytest.raises(Absent):
        _load(make_viewer())
