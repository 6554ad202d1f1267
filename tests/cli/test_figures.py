import io
import json

import pytest
from django.core.management import call_command

from section11.lib.viewer import system_viewer
from section11.transfer.operations.import_cycle import import_cycle
from tests.factories.cycle_files import encoded, example
from tests.factories.returns import AT

pytestmark = pytest.mark.django_db


def test_the_figures_of_the_documented_example_are_the_documented_ones() -> None:
    import_cycle(system_viewer("test"), encoded(example("cycle-file")), at=AT)
    out = io.StringIO()
    call_command("figures", "riverside", "2026", stdout=out)
    assert json.loads(out.getvalue()) == example("figures-file")

    out = io.StringIO()
    call_command("figures", "riverside", "2026", "--basis", "agreed", stdout=out)
    assert json.loads(out.getvalue())["levels"]["met"] == 1

    out = io.StringIO()
    call_command("figures", "riverside", "2026", "--audience", "adults", stdout=out)
    told = json.loads(out.getvalue())
    assert (told["audience"], told["statements"]) == ("adults", [])


@pytest.mark.parametrize("names", [("riverside", "1999"), ("nowhere", "2026")])
def test_what_is_not_there_is_told(names: tuple[str, str]) -> None:
    import_cycle(system_viewer("test"), encoded(example("cycle-file")), at=AT)
    err = io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("figures", *names, stderr=err)
    assert ended.value.code == 1
    assert "there is no partnership nowhere" in err.getvalue() or "has no cycle 1999" in err.getvalue()
