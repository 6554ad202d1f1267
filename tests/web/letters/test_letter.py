"""One letter, as its partnership sees it."""

import pytest

from section11.challenge.operations.edit_letter import edit_letter
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.panels import approved_letter, belongs, make_letter, panel_reviewer
from tests.factories.returns import AT, partnership_viewer, submitted_return
from tests.queries import AssertQueries
from tests.web.letters.pages import of_letter, own

pytestmark = pytest.mark.django_db


def test_a_draft_is_the_officers_alone() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    page = signed_in(opened.officer).get(of_letter(opened, "letter", letter)).content.decode()
    for name in ("edit_letter", "approve_letter", "discard_letter"):
        assert of_letter(opened, name, letter, "draft") in page
    assert '<h2 class="govuk-heading-m" id="what-we-found">' in page
    for viewer in (panel_reviewer(opened), partnership_viewer(opened, Role.SCRUTINEER)):
        assert signed_in(viewer).get(of_letter(opened, "letter", letter)).status_code == 404


def test_an_approved_one_says_who_opened_it() -> None:
    opened, _ = submitted_return()
    letter = approved_letter(opened)
    reviewer, address = signed_in(panel_reviewer(opened)), of_letter(opened, "letter", letter)
    assert "Nobody yet" in reviewer.get(address).content.decode()
    signed_in(opened.lead).get(own(opened, "own_letter_pdf", letter))
    page = reviewer.get(address).content.decode()
    assert f"{opened.lead.name}, " in page
    assert of_letter(opened, "edit_letter", letter, "draft") not in page
    assert letter.content_hash[:16] in page


def test_nothing_typed_runs() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    edit_letter(
        opened.officer, letter.pk, "<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![y](https://e.example/z.png)", version=1, at=AT
    )
    page = signed_in(opened.officer).get(of_letter(opened, "letter", letter)).content.decode()
    body = page[page.index("s11-letter") : page.index("</main>")]
    assert "<script" not in body
    assert "<img" not in body
    assert 'href="javascript' not in body


def test_ones_own_organisations_draft_is_absent_and_its_letter_is_not() -> None:
    opened, _ = submitted_return()
    approved, draft = approved_letter(opened), make_letter(opened)
    belongs(opened.officer, opened)
    client = signed_in(opened.officer)
    assert client.get(of_letter(opened, "letter", draft)).status_code == 404
    assert client.get(of_letter(opened, "letter_pdf", draft)).status_code == 404
    assert client.get(of_letter(opened, "letter", approved)).status_code == 200


def test_the_other_letters_of_the_return_are_one_step_away() -> None:
    opened, _ = submitted_return()
    approved, draft = approved_letter(opened), make_letter(opened)
    assert of_letter(opened, "letter", approved) in signed_in(opened.officer).get(of_letter(opened, "letter", draft)).content.decode()
    page = signed_in(panel_reviewer(opened)).get(of_letter(opened, "letter", approved)).content.decode()
    assert of_letter(opened, "letter", draft) not in page


def test_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    opened, _ = submitted_return()
    letter = approved_letter(opened)
    client = signed_in(opened.officer)
    with assert_queries(10):
        assert client.get(of_letter(opened, "letter", letter)).status_code == 200
