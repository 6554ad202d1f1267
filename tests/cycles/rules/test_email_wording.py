import pytest
from hypothesis import given
from hypothesis import strategies as st

from section11.cycles.rules.email_wording import LONGEST_BODY, PLACEHOLDERS, EmailWording, due_for_email, fill, wording_problems

VALUES = {name: f"<{name}>" for name in PLACEHOLDERS}


def test_each_placeholder_is_filled_once() -> None:
    assert fill("{name}, {name}: {due}", {"name": "{due} {link}", "due": "today"}) == "{due} {link}, {due} {link}: today"
    assert fill("{other} {", VALUES) == "{other} {"


def test_without_a_due_date_it_says_so() -> None:
    assert "no fixed date" in due_for_email(None)


@given(st.text(alphabet="{}nameduelink \n", max_size=40))
def test_what_is_accepted_fills_without_a_rest(body: str) -> None:
    if not wording_problems(EmailWording("Subject", body), prefix="invitation"):
        assert not set("{}") & set(fill(body, VALUES))


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_every_placeholder_may_stand_in_both_parts(name: str) -> None:
    assert not wording_problems(EmailWording(f"{{{name}}}", f"{{{name}}} {{link}}"), prefix="reminder")


def test_a_text_that_is_too_long_is_told() -> None:
    assert "5,000" in wording_problems(EmailWording("x", "{link}" + "x" * LONGEST_BODY), prefix="invitation")["invitation_body"]
