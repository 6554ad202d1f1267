from django.test import Client

from section11.cycles.models import Cycle
from tests.web.cycles.pages import AUDIT, post, words

PATH = f"{AUDIT}/set-up/local-statements"


def rows(*statements: dict[str, str], version: int = 1) -> dict[str, str]:
    told = {f"row-{number}-{name}": text for number, one in enumerate(statements) for name, text in one.items()}
    return {"version": str(version), **told}


def test_statements_are_kept_in_order_and_shown_again(client: Client, draft: Cycle) -> None:
    post(
        client,
        PATH,
        **rows({"text": "We use the neglect tool.", "guidance": "Ask.", "light": "on"}, {}, {"text": "Staff know.", "must_meet": "on"}),
    )
    kept = [(s.text, s.guidance, s.light, s.must_meet) for s in draft.local_statements.all()]
    assert kept == [("We use the neglect tool.", "Ask.", True, False), ("Staff know.", "", False, True)]
    body = client.get(PATH).content.decode()
    assert "We use the neglect tool." in body
    assert body.count("<fieldset") == 4


def test_faults_are_told_where_they_are_and_nothing_typed_is_lost(client: Client, draft: Cycle) -> None:
    response = post(client, PATH, 422, **rows({"text": "One."}, {"guidance": "Only guidance"}, {"text": "one ."}))
    body = response.content.decode()
    assert '<a href="#id_row-1-text">' in body
    assert '<a href="#id_row-2-text">Say this once' in body
    assert "Only guidance" in body
    assert not draft.local_statements.exists()


def test_more_than_twenty_are_told(client: Client, draft: Cycle) -> None:
    response = post(client, PATH, 422, **rows(*({"text": f"Statement {n}"} for n in range(21))))
    assert "Keep to 20 local statements" in words(response)
    assert "Statement 20" in response.content.decode()


def test_save_and_add_more_stays_and_a_colleague_is_told(client: Client, draft: Cycle) -> None:
    assert post(client, PATH, more="1", **rows({"text": "Theirs."}))["Location"] == PATH
    response = post(client, PATH, 409, **rows({"text": "Mine."}))
    assert "L1: Theirs." in words(response)
    assert "Mine." in response.content.decode()
