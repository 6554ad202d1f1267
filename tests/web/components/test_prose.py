import pytest

from section11.web.components.prose import headings, prose

TEXT = """## What to do

First *this*, then **that**.

- one
- two

| If | Then |
|---|---|
| a | b |

[Help](/help) and `code`
"""


def test_markdown_is_dressed_in_our_classes() -> None:
    shown = prose(TEXT)
    for markup in (
        '<h2 class="govuk-heading-m" id="what-to-do">What to do</h2>',
        '<p class="govuk-body">First <em>this</em>, then <strong>that</strong>.</p>',
        '<ul class="govuk-list govuk-list--bullet">',
        "<li>one</li>",
        '<th class="govuk-table__header" scope="col">If</th>',
        '<td class="govuk-table__cell">b</td>',
        'class="govuk-link"',
        'href="/help"',
    ):
        assert markup in shown
    assert headings(TEXT) == [("what-to-do", "What to do")]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        '<img src="x" onerror="y">',
        "![x](http://example.org/a.png)",
        "<b onclick=x>",
    ],
)
def test_nothing_that_runs_or_loads_comes_through(text: str) -> None:
    shown = prose(text)
    for bad in ("<script", "<img", 'href="javascript', "<b "):
        assert bad not in shown
