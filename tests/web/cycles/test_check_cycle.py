from django.test import Client

from section11.cycles.models import Cycle
from tests.web.cycles.pages import AUDIT, read

PATH = f"{AUDIT}/set-up/check"


def test_every_answer_with_a_way_to_change_it(client: Client, draft: Cycle) -> None:
    text = read(client, PATH)
    for told in ("Small standards (small-tool/2026.1)", "Opens 1 September 2026", "Support needed From 0% met, asks for follow-up"):
        assert told in text
    body = client.get(PATH).content.decode()
    assert body.count("?back=check") == 9
    assert "Go on to open the audit" in text
    assert "Nobody is invited yet" in text


def test_what_is_missing_stands_on_top_and_leads_there(client: Client, draft: Cycle) -> None:
    Cycle.objects.update(edition=None, due=None)
    text = read(client, PATH)
    assert "Before you can open it Choose the audit tool and edition Enter the due date" in text
    assert "Go on to open" not in text
    assert f'<a href="{AUDIT}/set-up/dates?back=check">Enter the due date' in client.get(PATH).content.decode()


def test_an_opened_audit_is_not_checked_again(client: Client, cycle: Cycle) -> None:
    assert client.get(PATH)["Location"] == f"{AUDIT}/set-up"
