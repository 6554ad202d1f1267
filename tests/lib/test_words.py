from hypothesis import given
from hypothesis import strategies as st

from section11.lib.words import clean_text


def test_outer_blanks_null_characters_and_kinds_of_line_end_do_not_count() -> None:
    assert clean_text(" \n One\r\n\r\ntwo\rthree\x00 \t") == "One\n\ntwo\nthree"
    assert clean_text("\x00 \r\n") == ""


@given(st.text())
def test_what_is_clean_stays_so(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert "\r" not in once
    assert "\x00" not in once
