import pytest

from section11.lib.paging import Page, page_number, window


@pytest.mark.parametrize(
    ("wanted", "total", "number"),
    [
        ("1", 0, 1),
        ("", 60, 1),
        ("x", 60, 1),
        ("0", 60, 1),
        ("-1", 60, 1),
        ("2", 60, 2),
        ("3", 60, 2),
        ("9" * 30, 60, 1),
        ("²", 60, 1),
        (2, 100, 2),
        ("2", 50, 1),
    ],
)
def test_the_nearest_page_there_is(wanted: str | int, total: int, number: int) -> None:
    assert page_number(wanted, total) == number


def test_a_page_knows_which_rows_it_shows() -> None:
    page = Page(rows=list(range(50, 60)), number=2, total=60)
    assert (page.pages, page.first, page.last) == (2, 51, 60)
    empty: Page[int] = Page(rows=[], number=1, total=0)
    assert (empty.pages, empty.first, empty.last) == (1, 0, 0)
    assert list(range(60))[window(2)] == page.rows
