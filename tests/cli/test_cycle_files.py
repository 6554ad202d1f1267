"""The commands on cycle files as people type them."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command

from section11.cli.main import with_python_names
from section11.cycles.models import Cycle
from tests.factories.cycle_files import cycle_file, encoded, example, invitation, submission, told

pytestmark = pytest.mark.django_db


def run(*arguments: object) -> tuple[int, str, list[str]]:
    """Exit code, what was printed, and the lines on standard error."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    try:
        call_command(*map(str, arguments), stdout=out, stderr=err)
    except SystemExit as ended:
        code = int(ended.code or 0)
    return code, out.getvalue(), err.getvalue().splitlines()


def kept(tmp_path: Path, document: object) -> Path:
    path = tmp_path / "cycle.json"
    path.write_bytes(encoded(document))
    return path


def test_hyphens_and_underscores_name_the_same_command() -> None:
    assert with_python_names(["section11", "import-cycle", "my-file.json"]) == ["section11", "import_cycle", "my-file.json"]
    assert with_python_names(["section11", "--help"]) == ["section11", "--help"]


def test_a_cycle_comes_in_and_goes_out_again(tmp_path: Path) -> None:
    code, out, _ = run("import_cycle", kept(tmp_path, example("cycle-file")))
    assert (code, out) == (0, "riverside 2026: 3 invitations and 1 submission came in. The audit is closed.\n")

    code, out, _ = run("export_cycle", "riverside", "2026")
    assert code == 0
    assert told(json.loads(out)) == told(example("cycle-file"))

    code, out, _ = run("export_cycle", "riverside", "2026", "--output", tmp_path / "out.json")
    assert (code, out) == (0, f"Kept in {tmp_path / 'out.json'}\n")
    assert told(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))) == told(example("cycle-file"))


def test_a_file_may_name_an_edition_of_the_library_on_an_empty_database(tmp_path: Path) -> None:
    code, _, err = run("import_cycle", kept(tmp_path, cycle_file(edition={"ref": "section-11/2026.1"})))
    assert (code, err) == (0, [])


def test_every_problem_is_told_on_a_line_of_its_own_and_nothing_is_kept(tmp_path: Path) -> None:
    document = cycle_file(invitation("oak", submission({"1.7": {"level": "met"}})), colour="blue")
    code, out, err = run("import_cycle", kept(tmp_path, document))
    assert (code, out) == (1, "")
    assert sorted(err) == [
        "colour: unknown key: take it out, or put it under extra",
        'invitations[0].submissions[0].answers["1.7"]: no such statement',
    ]
    assert not Cycle.objects.exists()


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    run("import_cycle", kept(tmp_path, cycle_file()))
    tries = {
        ("import_cycle", tmp_path / "none.json"): f"{tmp_path / 'none.json'}: No such file or directory",
        ("export_cycle", "nowhere", "2026"): "there is no partnership nowhere",
        ("export_cycle", "marsh-and-moor", "1999"): "marsh-and-moor has no cycle 1999 that has opened",
        ("export_cycle", "marsh-and-moor", "2026", "--output", tmp_path / "no" / "out.json"): (
            f"{tmp_path / 'no' / 'out.json'}: No such file or directory"
        ),
    }
    for arguments, words in tries.items():
        assert run(*arguments) == (1, "", [words])
