from django.test import RequestFactory

from section11.standards.rules.content import EditionContent, edition_content
from section11.web.library.readers import counted, is_for, kind_asked, kinds_of, limits, query_for, words_for
from tests.factories.standards import edition_document


def content() -> EditionContent:
    document = edition_document()
    first, second = document["standards"][0]["statements"], document["standards"][1]["statements"]
    first[0]["guidance_for"] = {"school": "In a school this is often the head."}
    second[0]["only_for"] = ["police"]
    return edition_content(document)


def test_only_kinds_for_which_something_differs_can_be_chosen() -> None:
    assert kinds_of(content()) == [("police", "Police"), ("primary-care", "Primary care"), ("school", "School")]


def test_the_address_says_for_whom_and_nonsense_is_everybody() -> None:
    get = RequestFactory().get
    assert kind_asked(get("/?kind=school"), content()) == "school"
    assert kind_asked(get("/?kind=nonsense"), content()) == kind_asked(get("/"), content()) == ""
    assert (query_for("school"), query_for("")) == ("?kind=school", "")
    assert (words_for("school"), words_for("")) == ("School", "")


def test_everybody_sees_all_statements_and_whom_each_is_for() -> None:
    by_ref = content().statement_by_ref
    assert all(is_for(statement, "") for statement in by_ref.values())
    assert not is_for(by_ref["1.2"], "primary-care")
    assert not is_for(by_ref["2.1"], "school")
    assert limits(by_ref["1.2"]) == "Not asked of: Primary care"
    assert limits(by_ref["2.1"]) == "Asked only of: Police"
    assert limits(by_ref["1.1"]) == ""


def test_for_everybody_statements_that_only_some_are_asked_count_too() -> None:
    assert [counted(content(), form, "") for form in ("full", "light", "tiny")] == [4, 2, 0]
    assert [counted(content(), form, "primary-care") for form in ("full", "light")] == [2, 1]
