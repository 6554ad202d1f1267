from django.test import Client

from section11.cycles.models import Cycle
from tests.web.cycles.pages import AUDIT, post, words

PATH = f"{AUDIT}/set-up/bands"


def rows(*bands: tuple[str, str, bool], version: int = 1) -> dict[str, str]:
    told = {"version": str(version)}
    for number, (label, share, follow_up) in enumerate(bands):
        told |= {f"row-{number}-label": label, f"row-{number}-at_least": share}
        told |= {f"row-{number}-follow_up": "on"} if follow_up else {}
    return told


def test_the_bands_that_stand_and_two_blank_rows(client: Client, draft: Cycle) -> None:
    body = client.get(PATH).content.decode()
    assert body.count("<fieldset") == 6
    assert 'value="Support needed"' in body
    assert 'value="80"' in body


def test_bands_are_replaced_and_blank_rows_left_out(client: Client, draft: Cycle) -> None:
    post(client, PATH, **rows(("Enough", "74,5 %", False), ("", "", True), ("Not enough", "0", True)))
    assert [(b.label, float(b.at_least), b.follow_up) for b in draft.bands.all()] == [("Enough", 74.5, False), ("Not enough", 0, True)]


def test_faults_are_told_at_the_row_that_was_typed(client: Client, draft: Cycle) -> None:
    response = post(client, PATH, 422, **rows(("", "", False), ("Top", "lots", False), ("", "50", False), ("Low", "0", False)))
    body = response.content.decode()
    assert '<a href="#id_row-1-at_least">Enter a percentage from 0 to 100</a>' in body
    assert '<a href="#id_row-2-label">' in body
    assert 'value="lots"' in body
    assert "One band must start at 0" in words(post(client, PATH, 422, **rows(("All", "10", False))))
    assert draft.bands.count() == 4


def test_save_and_add_more_stays(client: Client, draft: Cycle) -> None:
    response = post(client, PATH, more="1", **rows(("All", "0", True)))
    assert response["Location"] == PATH
    assert client.get(PATH).content.decode().count("<fieldset") == 3


def test_a_colleague_was_faster(client: Client, draft: Cycle) -> None:
    post(client, PATH, **rows(("Theirs", "0", True)))
    response = post(client, PATH, 409, **rows(("Mine", "0", False)))
    assert "Theirs: From 0% met, asks for follow-up" in words(response)
    assert 'value="Mine"' in response.content.decode()


def test_more_rows_than_there_may_be_are_told(client: Client, draft: Cycle) -> None:
    assert "Keep to 10 bands" in words(post(client, PATH, 422, **rows(*((f"Band {n}", str(n), False) for n in range(40)))))
