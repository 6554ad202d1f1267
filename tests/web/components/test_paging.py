from django.test import RequestFactory

from section11.lib.paging import Page
from section11.web.components.paging import changed, next_order, order_words, page_numbers


def at_page(number: int, pages: int) -> list[int]:
    page: Page[object] = Page(rows=[], number=number, total=pages * 50)
    return page_numbers(page)


def test_page_numbers_leave_gaps_but_never_for_one_number() -> None:
    assert at_page(1, 1) == [1]
    assert at_page(1, 3) == [1, 2, 3]
    assert at_page(4, 8) == [1, 2, 3, 4, 5, 0, 8]
    assert at_page(5, 9) == [1, 0, 4, 5, 6, 0, 9]
    assert at_page(9, 9) == [1, 0, 8, 9]


def test_one_thing_changes_and_the_rest_stays() -> None:
    request = RequestFactory().get("/register?sector=school&state=overdue&state=signed&empty=&page=3")
    assert changed(request, page=4) == "?sector=school&state=overdue&state=signed&page=4"
    assert changed(request, sort="-name") == "?sector=school&state=overdue&state=signed&sort=-name"
    assert changed(request, sector="") == "?state=overdue&state=signed"
    assert changed(request, sector="a&b") == "?sector=a%26b&state=overdue&state=signed"


def test_a_second_click_turns_the_order_round() -> None:
    assert next_order("due", "name") == "name"
    assert next_order("name", "name") == "-name"
    assert next_order("-name", "name") == "name"
    assert [order_words(present, "name") for present in ("name", "-name", "due")] == ["ascending", "descending", "none"]
