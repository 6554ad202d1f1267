"""The pack of a return."""

import pytest

from section11.challenge.models import AgreedLevel
from section11.directory.vocabulary import Role
from section11.returns.models import SubmittedAnswer
from section11.standards.models import Level
from tests.factories.browsers import signed_in
from tests.factories.challenge import answer, close, make_challenge
from tests.factories.panels import belongs, make_panel, make_slot, panel_reviewer, works_there
from tests.factories.returns import AT, make_wide_edition, partnership_viewer, submitted_return
from tests.queries import AssertQueries
from tests.web.panels.pages import a_day, in_cycle

pytestmark = pytest.mark.django_db


def test_it_holds_all_that_is_known_of_the_return() -> None:
    day = a_day(1)
    reference = SubmittedAnswer.objects.values_list("submission__reference", flat=True)[0]
    submitted = SubmittedAnswer.objects.get(statement__ref="1.1")
    partial = Level.objects.get(edition=day.opened.cycle.edition, key="partial")
    AgreedLevel.objects.create(
        invitation=day.opened.invitation,
        statement=submitted.statement,
        level=partial,
        agreed_on=submitted.level,
        agreed_at=AT,
        agreed_by="x",
    )
    asked = make_challenge(day.opened, reference, text="Who checks the records?")
    answer(day.opened, asked, "The deputy head does.")
    closed = make_challenge(day.opened, reference, "statement:2.1", text="Is this settled?")
    close(day.opened, closed)
    page = signed_in(day.reviewer).get(day.at("pack", day.slots[0])).content.decode()
    for words in (
        "How do you know?",
        "Who checks the records?",
        "The deputy head does.",
        "Agreed: <strong>Partially met</strong>",
        "Improvement plan",
    ):
        assert words in page
    assert "Is this settled?" not in page


@pytest.mark.parametrize("how", [belongs, works_there])
def test_nobody_reads_the_pack_of_their_own_organisation(how) -> None:
    day = a_day()
    officer, scrutineer = day.opened.officer, partnership_viewer(day.opened, Role.SCRUTINEER)
    for viewer in (day.reviewer, officer, scrutineer):
        how(viewer, day.returns[1])
        client = signed_in(viewer)
        for name in ("pack", "pack_pdf"):
            assert client.get(day.at(name, day.slots[1])).status_code == 404
        assert client.get(day.at("pack", day.slots[0])).status_code == 200


def test_members_officers_and_the_scrutineer_only() -> None:
    day = a_day(1)
    for viewer, status in (
        (day.reviewer, 200),
        (day.opened.officer, 200),
        (partnership_viewer(day.opened, Role.SCRUTINEER), 200),
        (panel_reviewer(day.opened), 404),
        (partnership_viewer(day.opened, Role.EXECUTIVE_VIEWER), 404),
    ):
        assert signed_in(viewer).get(day.at("pack", day.slots[0])).status_code == status


@pytest.mark.parametrize("size", [2, 8])
def test_ten_statements_at_most(size: int, assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return(edition=make_wide_edition(size, 3))
    for ref in range(1, size + 1):
        answer(opened, make_challenge(opened, reference, f"statement:{ref}.1"))
    panel = make_panel(opened)
    slot = make_slot(panel, opened)
    client = signed_in(opened.officer)
    address = f"/p/{in_cycle(opened)['partnership']}/cycles/{opened.cycle.slug}/panels/{panel.pk}/slots/{slot.pk}/pack"
    with assert_queries(10):
        assert client.get(address).status_code == 200
