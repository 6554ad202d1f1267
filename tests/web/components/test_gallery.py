"""Every macro renders, with and without errors."""

from tests.web.components.gallery import gallery


def test_every_macro_renders() -> None:
    shown = gallery()
    for text in ("You can enter up to 1,000 characters", "41 of 56 statements", "Showing 101 to 150 of 366 returns", "12 of 65 answered"):
        assert text in shown
    assert "govuk-error" not in shown
    assert "<title>Gallery \N{EN DASH} Section 11</title>" in shown


def test_errors_are_in_the_summary_and_at_the_field() -> None:
    shown = gallery({"name": "", "due-day": "31", "due-month": "2", "due-year": "2027", "level": "met", "sector": "school"})
    assert "<title>Error: Gallery \N{EN DASH} Section 11</title>" in shown
    assert '<a href="#id_due-day">The due date must be a real date, like 31 3 2027</a>' in shown
    assert 'id="id_due-error"' in shown
    assert '<a href="#id_name">' in shown
    assert 'value="31"' in shown


def test_typed_text_is_escaped_and_kept() -> None:
    shown = gallery({"name": '"><script>x</script>', "about": "</textarea><b>"})
    assert "&#34;&gt;&lt;script&gt;x" in shown
    assert "&lt;/textarea&gt;&lt;b&gt;" in shown


def test_problems_without_a_form_are_listed_too() -> None:
    shown = gallery(problems={"": "Somebody closed the cycle", "reason": "Say why"})
    assert "<li>Somebody closed the cycle</li>" in shown
    assert '<a href="#id_reason">Say why</a>' in shown


def test_pages_and_orders_keep_the_filters() -> None:
    shown = gallery()
    assert 'href="?sector=school&amp;sort=-due&amp;page=4"' in shown
    assert 'href="?sector=school&amp;sort=-name"' in shown
    assert 'aria-sort="descending"' in shown


def test_charts_say_in_words_what_they_show() -> None:
    shown = gallery()
    assert "Response by sector: Schools 85%; Charities and community groups 50%" in shown
    assert "1 Leadership and accountability 120 met, 40 partly met, 12 not met" in shown
