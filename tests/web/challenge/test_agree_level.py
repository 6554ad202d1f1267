import pytest

from section11.challenge.models import AgreedLevel
from section11.challenge.operations.agree_level import agree_level
from section11.returns.operations.plan_action import plan_action
from section11.returns.operations.start_amendment import start_amendment
from tests.factories.browsers import signed_in
from tests.factories.challenge import make_reviewer
from tests.factories.returns import ACTION, AT, Opened, rate, sign_and_submit, submitted_return
from tests.queries import AssertQueries
from tests.web.challenge.pages_of_challenges import of_partnership, read, send

pytestmark = pytest.mark.django_db


def here(opened: Opened, reference: str) -> str:
    return of_partnership("agree_level", opened, reference=reference, statement_ref="1.1")


def test_a_level_is_agreed_changed_and_removed(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    client = signed_in(make_reviewer(opened.cycle))
    with assert_queries(10):
        read(client, here(opened, reference))
    back = send(client, here(opened, reference), version=0, level="partial", reason="Half of the staff")
    assert back == of_partnership("read_statement", opened, reference=reference, statement_ref="1.1")
    assert AgreedLevel.objects.get().level.key == "partial"
    send(client, here(opened, reference), version=1, level="unmet", reason="Nobody")
    assert AgreedLevel.objects.get().level.key == "unmet"
    send(client, here(opened, reference), version=2, do="remove")
    assert not AgreedLevel.objects.exists()


def test_a_lapsed_one_is_agreed_again_with_one_button() -> None:
    opened, reference = submitted_return()
    agree_level(opened.officer, reference, "1.1", "unmet", "Nobody is named", version=0, at=AT)
    client = signed_in(opened.officer)
    assert "again" not in read(client, here(opened, reference))
    start_amendment(opened.lead, opened.return_id, "A slip", at=AT)
    rate(opened, "1.1", "partial")
    plan_action(opened.lead, opened.return_id, "1.1", ACTION, at=AT)
    latest = sign_and_submit(opened)
    assert "Agree Not met again" in read(client, here(opened, latest))
    send(client, here(opened, latest), version=1, do="again")
    assert AgreedLevel.objects.get().version == 2


def test_when_a_colleague_was_faster_both_are_shown() -> None:
    opened, reference = submitted_return()
    agree_level(opened.officer, reference, "1.1", "unmet", "Their reason", version=0, at=AT)
    page = send(signed_in(opened.officer), here(opened, reference), 409, version=0, level="partial", reason="My reason")
    assert f"{opened.officer.name} changed the agreed level in the meantime" in page
    assert "Their reason" in page
    assert "My reason" in page
    send(signed_in(opened.officer), here(opened, reference), version=1, level="partial", reason="My reason")
    assert AgreedLevel.objects.get().reason == "My reason"


def test_what_is_wrong_is_told() -> None:
    opened, reference = submitted_return()
    page = send(signed_in(opened.officer), here(opened, reference), 422, version=0)
    assert "Choose the level that was agreed" in page
    assert "Say why, for the organisation to read" in page
    send(signed_in(opened.officer), here(opened, reference), 422, level="met")  # no version


def test_a_standard_given_to_others_shows_why_and_no_form() -> None:
    opened, reference = submitted_return()
    page = read(signed_in(make_reviewer(opened.cycle, "2")), here(opened, reference))
    assert "This standard was given to other reviewers." in page
    assert "Keep this level" not in page
