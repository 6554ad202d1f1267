"""The letters of a cycle."""

from datetime import timedelta

import pytest

from section11.directory.vocabulary import Role
from section11.returns.operations.start_amendment import start_amendment
from tests.factories.browsers import signed_in
from tests.factories.panels import approved_letter, belongs, held_panel, make_letter, make_panel, make_slot, panel_reviewer
from tests.factories.returns import AT, open_return, partnership_viewer, rate, sign_and_submit, submitted_return
from tests.queries import AssertQueries
from tests.web.letters.pages import in_cycle, of_letter, own

pytestmark = pytest.mark.django_db


def test_each_return_that_is_in_has_a_row_with_its_newest_letter() -> None:
    opened, _ = submitted_return()
    drafted, sent, waits = (submitted_return(cycle=opened.cycle)[0] for _ in range(3))
    held_panel(drafted)
    draft, letter = make_letter(drafted), approved_letter(sent)
    make_slot(make_panel(opened), waits)
    open_return(cycle=opened.cycle)
    signed_in(sent.signatory).get(own(sent, "own_letter", letter))
    client, address = signed_in(opened.officer), in_cycle(opened, "letters")
    page = client.get(address).content.decode()
    assert "1 draft waits" in page
    assert page.count('name="chosen"') == 4
    for words in ("Assured, with actions", "Still to come", "1 person"):
        assert words in page
    for state, count in (("none", 2), ("draft", 1), ("sent", 1), ("not-opened", 0), ("nonsense", 4)):
        assert client.get(f"{address}?state={state}").content.decode().count('name="chosen"') == count
    reader = signed_in(panel_reviewer(opened)).get(address).content.decode()
    assert 'name="chosen"' not in reader
    assert of_letter(opened, "letter", letter) in reader
    assert of_letter(opened, "letter", draft) not in reader


def test_a_later_submission_shows() -> None:
    opened, _ = submitted_return()
    approved_letter(opened)
    later = AT + timedelta(days=1)
    start_amendment(opened.lead, opened.return_id, "A slip", at=later)
    rate(opened, "1.1", "met", comment="Better", at=later)
    sign_and_submit(opened, at=later)
    assert "A later submission came in" in signed_in(opened.officer).get(in_cycle(opened, "letters")).content.decode()


def test_nobody_ticks_their_own_organisation() -> None:
    opened, _ = submitted_return()
    belongs(opened.officer, opened)
    assert 'name="chosen"' not in signed_in(opened.officer).get(in_cycle(opened, "letters")).content.decode()


def test_an_executive_viewer_sees_no_letters() -> None:
    opened, _ = submitted_return()
    assert signed_in(partnership_viewer(opened, Role.EXECUTIVE_VIEWER)).get(in_cycle(opened, "letters")).status_code == 404


@pytest.mark.parametrize("count", [1, 12])
def test_ten_statements_at_most(count: int, assert_queries: AssertQueries) -> None:
    opened, _ = submitted_return()
    make_letter(opened)
    for _ in range(count - 1):
        make_letter(submitted_return(cycle=opened.cycle)[0])
    client = signed_in(opened.officer)
    with assert_queries(10):
        assert client.get(in_cycle(opened, "letters")).status_code == 200
