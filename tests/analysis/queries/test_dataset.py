import json
from pathlib import Path
from typing import Any

import pytest

from section11.analysis.dataset import Basis
from section11.analysis.figures.compute import compute
from section11.analysis.figures.file import figures_file
from section11.analysis.queries.dataset import cycle_dataset
from section11.directory.models import Partnership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer, system_viewer
from section11.standards.vocabulary import Audience
from section11.transfer.operations.import_cycle import import_cycle
from tests.factories.cycle_files import invitation, joint_file, submission
from tests.factories.directory import make_partnership, make_viewer
from tests.factories.returns import AT

FORMATS = Path(__file__).parents[3] / "docs" / "formats"
ALL = ("1.1", "1.2", "2.1", "2.2")


def imported(document: dict[str, Any]) -> Viewer:
    """An executive viewer of the partnership whose cycle file was brought in."""
    import_cycle(system_viewer("import", roles=frozenset({Role.OFFICER})), json.dumps(document).encode(), at=AT)
    return make_viewer(Role.EXECUTIVE_VIEWER, of=Partnership.objects.get(slug=document["partnership"]["slug"]))


@pytest.fixture
def example() -> dict[str, Any]:
    return json.loads((FORMATS / "cycle-file.example.json").read_text())


@pytest.mark.django_db
def test_the_example_file_gives_the_example_figures(example: dict[str, Any]) -> None:
    viewer = imported(example)
    expected = json.loads((FORMATS / "figures-file.example.json").read_text())
    assert figures_file(compute(cycle_dataset(viewer, "2026"))) == expected


@pytest.mark.django_db
def test_on_the_agreed_basis_the_agreed_level_counts(example: dict[str, Any]) -> None:
    figures = figures_file(compute(cycle_dataset(imported(example), "2026", Basis.AGREED)))
    assert figures["basis"] == "agreed"
    assert figures["levels"] == {"met": 1, "partial": 0, "unmet": 0, "na": 0, "unanswered": 0}
    assert figures["returns"][0]["band"] == "fully-met"
    assert figures["returns"][0]["must_meet_missed"] == []
    assert figures["follow_up"] == []


@pytest.mark.django_db
def test_another_partnerships_cycle_is_absent(example: dict[str, Any]) -> None:
    imported(example)
    with pytest.raises(Absent):
        cycle_dataset(make_viewer(Role.EXECUTIVE_VIEWER, of=make_partnership()), "2026")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("audience", "refs", "met", "missed"),
    [(None, ["1.1", "1.2", "2.1", "2.2"], 0.5, 4), ("children", ["1.1", "1.2"], 1.0, 2), ("adults", ["1.1", "2.1", "2.2"], 1 / 3, 3)],
)
def test_figures_for_children_and_for_adults_of_one_joint_return(audience: str | None, refs: list[str], met: float, missed: int) -> None:
    viewer = imported(joint_file(invitation("oak", submission({r: {"level": "met" if r[0] == "1" else "unmet"} for r in ALL}))))
    data = cycle_dataset(viewer, "2026", audience=Audience(audience) if audience else None)
    figures = figures_file(compute(data))
    assert [s["ref"] for s in figures["statements"]] == refs
    assert figures["returns"][0]["met_share"] == pytest.approx(met)
    assert sum(figures["levels"].values()) == missed
    assert figures.get("audience") == audience
    assert data.audiences == ["children", "adults"]
    assert [s["ref"] for s in figures["standards"]] == (["1"] if audience == "children" else ["1", "2"])


@pytest.mark.django_db
def test_an_edition_for_children_alone_has_one_set_of_figures(example: dict[str, Any]) -> None:
    assert cycle_dataset(imported(example), "2026").audiences == ()
