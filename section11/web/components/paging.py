"""Addresses that change one thing and keep the rest: another page, another order, one filter less."""

from urllib.parse import urlencode

from django.http import HttpRequest

from section11.lib.paging import Page

NEAR = 1  # how many page numbers stand on each side of the present one


def changed(request: HttpRequest, **changes: object) -> str:
    """The query of this address with these keys changed; a key set to nothing goes, and so does `page` unless it is given."""
    query = request.GET.copy()
    for name, value in {"page": None, **changes}.items():
        if value is None or value == "":
            query.pop(name, None)
        else:
            query[name] = str(value)
    kept = [(name, value) for name, values in query.lists() for value in values if value]
    return "?" + urlencode(kept)


def page_numbers(page: Page[object]) -> list[int]:
    """The page numbers to show; 0 stands for a gap. First, last and those near the present one are always there."""
    shown = sorted({1, page.pages, *range(max(1, page.number - NEAR), min(page.pages, page.number + NEAR) + 1)})
    found: list[int] = []
    for number in shown:
        if found and number - found[-1] == 2:
            found.append(number - 1)
        elif found and number - found[-1] > 2:
            found.append(0)
        found.append(number)
    return found


def next_order(present: str, column: str) -> str:
    """The `sort` that a click on a column asks for: `name`, then `-name`, then `name` again."""
    return f"-{column}" if present == column else column


def order_words(present: str, column: str) -> str:
    """`ascending`, `descending` or `none`, for aria-sort."""
    return {column: "ascending", f"-{column}": "descending"}.get(present, "none")
