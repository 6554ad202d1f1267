"""The demo's past audits print the figures that three published audits printed."""

import io
import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from section11.lib.viewer import system_viewer
from section11.transfer.edition_file.read_file import read_edition_file
from section11.transfer.operations.import_cycle import import_cycle
from section11.transfer.operations.load_library import load_library
from section11.transfer.shipped import shipped
from tests.analysis.plain_figures import plain_figures

BASES = ("self", "agreed")
NAMES = ("fenwick-vale", "harbourside", "marsh-and-moor")


def file_of(name: str) -> Path:
    return shipped("demo") / f"{name}.json"


def printed(name: str, at: datetime) -> dict[str, dict[str, Any]]:
    """What `section11 figures` prints of a set on each basis, after it was brought in."""
    load_library(system_viewer("test"), at=at)
    came = import_cycle(system_viewer("test"), file_of(name).read_bytes(), at=at)
    found = {}
    for basis in BASES:
        out = io.StringIO()
        call_command("figures", came.partnership, came.cycle, "--basis", basis, stdout=out)
        found[basis] = json.loads(out.getvalue())
    return found


def by_sector(figures: dict[str, Any], *names: str) -> dict[str, tuple[Any, ...]]:
    return {row["sector"]: tuple(row[name] for name in names) for row in figures["by_sector"]}


def plainly(name: str, basis: str) -> Any:
    """The same figures by the second computation."""
    file = json.loads(file_of(name).read_text(encoding="utf-8"))
    if "ref" in file["edition"]:
        from_library = shipped("library") / "section-11" / "section-11-2026.yaml"
        file["edition"] = read_edition_file(from_library.read_bytes())
    return plain_figures(file, basis)


@pytest.mark.django_db
def test_harbourside_366_returns_of_a_rolling_cycle(at: datetime) -> None:
    sets = printed("harbourside", at)
    for basis, figures in sets.items():
        assert (figures["approached"], figures["responded"], figures["response_rate"]) == (366, 366, None)
        assert figures["organisations"] == {"approached": 366, "responded": 366, "complete": 366}
        assert by_sector(figures, "responded") == {
            "statutory": (14,),
            "commissioned": (158,),
            "third-sector": (82,),
            "early-years": (95,),
            "schools": (17,),
        }
        shares = by_sector(figures, "met_share")
        assert shares["statutory"] == shares["commissioned"] == (1.0,)
        assert shares["third-sector"][0] < min(shares["early-years"][0], shares["schools"][0]) < 1
        bands = {row["organisation"]: row["band"] for row in figures["returns"] if row["sector"] in ("statutory", "commissioned")}
        assert len(bands) == 172
        assert set(bands.values()) == {"fully-met"}
        assert figures["not_returned"] == []
        assert figures == plainly("harbourside", basis)


def test_harbourside_third_sector_is_weak_on_four_things_and_on_nothing_else() -> None:
    file = json.loads(file_of("harbourside").read_text(encoding="utf-8"))
    weak: dict[str, int] = {}
    for invitation in file["invitations"]:
        if invitation["organisation"]["sector"] == "third-sector":
            for ref, answer in invitation["submissions"][-1]["answers"].items():
                weak[ref] = weak.get(ref, 0) + (answer["level"] in ("partial", "unmet"))
    edition = read_edition_file((shipped("library") / "section-11" / "section-11-2026.yaml").read_bytes())
    keys = {statement["ref"]: statement["key"] for standard in edition["standards"] for statement in standard["statements"]}
    assert {keys[ref] for ref, count in weak.items() if count} == {
        "training-changes-practice",  # impact of training
        "children-shape-services",  # children's voice in new services
        "training-fits-role",  # access to training
        "right-to-be-safe",  # children know their right to be safe
    }
    assert min(count for count in weak.values() if count) > 82 / 4


@pytest.mark.django_db
def test_fenwick_vale_43_of_61_answered(at: datetime) -> None:
    sets = printed("fenwick-vale", at)
    for basis, figures in sets.items():
        assert (figures["approached"], figures["responded"]) == (61, 43)
        assert figures["response_rate"] == 43 / 61
        assert round(100 * figures["response_rate"]) == 70
        assert figures["organisations"] == {"approached": 61, "responded": 43, "complete": 43}
        assert by_sector(figures, "responded")["primary-care"] == (29,)
        bands = {row["key"]: row["count"] for row in figures["bands"]}
        assert bands["fully-met"] + bands["mostly-met"] == 40
        assert (bands["partly-met"], bands["support-needed"]) == (2, 1)
        shares = sorted(row["met_share"] for row in figures["returns"])
        assert [
            sum(share >= 0.8 for share in shares),
            sum(0.6 <= share < 0.8 for share in shares),
            sum(share < 0.6 for share in shares),
        ] == [
            40,
            2,
            1,
        ]
        assert [row["organisation"] for row in figures["follow_up"]] == ["orlwick-youth-club"]
        assert len(figures["not_returned"]) == 18
        assert figures == plainly("fenwick-vale", basis)
    assert sets["self"]["levels"] != sets["agreed"]["levels"]


@pytest.mark.django_db
def test_fenwick_vale_bands_are_decided_on_exact_shares(at: datetime) -> None:
    returns = {row["organisation"]: row for row in printed("fenwick-vale", at)["self"]["returns"]}
    near, exact = returns["tarnbeck-youth-club"], returns["kestrow-surgery"]
    assert (near["met_share"], near["band"]) == (43 / 54, "partly-met")  # shown as 80%
    assert (exact["met_share"], exact["band"]) == (0.8, "mostly-met")


@pytest.mark.django_db
def test_marsh_and_moor_21_returns_of_a_joint_audit(at: datetime) -> None:
    for basis, figures in printed("marsh-and-moor", at).items():
        assert figures["responded"] == 21
        assert figures["by_form"] == {"review": 16, "full": 5}
        assert figures["levels"]["not"] == 0
        assert set(figures["levels"]) == {"fully", "developing", "not", "unanswered"}
        assert figures["levels"]["developing"] > 0
        assert all(row["points_share"] is None for row in figures["returns"])
        assert figures == plainly("marsh-and-moor", basis)
    file = json.loads(file_of("marsh-and-moor").read_text(encoding="utf-8"))
    audiences = {statement["audience"] for standard in file["edition"]["standards"] for statement in standard["statements"]}
    assert (file["partnership"]["kind"], audiences) == ("joint", {"children", "adults", "both"})


def test_the_committed_files_are_what_their_maker_makes(tmp_path: Path) -> None:
    root = shipped("demo").parent
    subprocess.run(
        [sys.executable, str(root / "demo" / "make_figure_sets.py"), str(tmp_path)],
        check=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    for name in NAMES:
        assert (tmp_path / f"{name}.json").read_bytes() == file_of(name).read_bytes()
        assert len(file_of(name).read_bytes()) < 3_000_000
