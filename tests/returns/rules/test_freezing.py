from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from section11.returns.rules.freezing import (
    ALPHABET,
    FrozenAction,
    FrozenAnswer,
    FrozenEvidence,
    FrozenNarrative,
    FrozenReturn,
    reference,
)

EVIDENCE = FrozenEvidence("Policy", "link", "https://oak.example", 7)
ANSWER = FrozenAnswer("1", "1.1", "met", "Comment", "Reason", "None needed", "1.2", has_action=True, evidence=(EVIDENCE,))
NARRATIVE = FrozenNarrative("1", "how", "We do")
ACTION = FrozenAction("1.1", "Train", "Evenings", "Head", date(2027, 1, 31), "amber", "Booked", wants_help=False)
WHOLE = FrozenReturn((ANSWER, replace(ANSWER, statement_ref="1.2")), (NARRATIVE,), (ACTION,))


def other(value: Any) -> Any:
    """Something else of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, date):
        return date(2030, 1, 1)
    return f"{value} and more"


def changed(part: Any) -> Iterator[tuple[str, Any]]:
    """Every copy of a frozen thing in which one value is another, with the place of that value."""
    for field in fields(part):
        value = getattr(part, field.name)
        if isinstance(value, tuple):
            for number, inner in enumerate(value):
                for place, copy in changed(inner):
                    yield f"{field.name}[{number}].{place}", replace(part, **{field.name: (*value[:number], copy, *value[number + 1 :])})
            yield f"{field.name} without its last", replace(part, **{field.name: value[:-1]})
            yield f"{field.name} with its last twice", replace(part, **{field.name: (*value, value[-1])})
        else:
            yield field.name, replace(part, **{field.name: other(value)})


def test_equal_returns_have_equal_hashes() -> None:
    again = FrozenReturn((replace(ANSWER), replace(ANSWER, statement_ref="1.2")), (replace(NARRATIVE),), (replace(ACTION),))
    assert WHOLE is not again
    assert WHOLE.content_hash == again.content_hash


def test_the_hash_is_the_same_tomorrow_and_elsewhere() -> None:
    """What was signed must compare equal in another process and after an upgrade."""
    assert WHOLE.content_hash == "2aa90d4287435a8e82440fc7ebf36dbcaf57cd5bd9af5a3a5f58ae04fdf84dd1"
    assert FrozenReturn((), (), ()).content_hash == "5e6361a92324f046969da14d54999f7f7600a5c90389eaef43fe45286018c756"


@pytest.mark.parametrize(("place", "copy"), [pytest.param(place, copy, id=place) for place, copy in changed(WHOLE)])
def test_whatever_differs_the_hash_differs(place: str, copy: FrozenReturn) -> None:
    assert copy.content_hash != WHOLE.content_hash


def test_every_change_gives_a_hash_of_its_own() -> None:
    hashes = [copy.content_hash for _, copy in changed(WHOLE)]
    assert len(set(hashes)) == len(hashes)


def test_a_text_does_not_run_over_into_the_next() -> None:
    one = replace(WHOLE, answers=(replace(ANSWER, comment="ab", reason="c"),))
    two = replace(WHOLE, answers=(replace(ANSWER, comment="a", reason="bc"),))
    assert one.content_hash != two.content_hash


def test_no_date_and_the_word_none_are_two_things() -> None:
    none = replace(WHOLE, actions=(replace(ACTION, due=None),))
    assert none.content_hash != WHOLE.content_hash


def test_levels_are_counted_by_standard() -> None:
    answers = (ANSWER, replace(ANSWER, level=""), ANSWER, replace(ANSWER, standard_ref="2"))
    assert replace(WHOLE, answers=answers).counts == {("1", "met"): 2, ("1", ""): 1, ("2", "met"): 1}


def test_a_reference_is_easy_to_read_out() -> None:
    told = reference(bytes(range(8)))
    assert (len(told), told[4]) == (9, "-")
    assert set(told) <= {*ALPHABET, "-"}
    assert not {"0", "O", "1", "I", "L", "U"} & set(ALPHABET)
    assert reference(bytes(8)) != reference(bytes([1] * 8))


def test_what_is_signed_is_all_but_how_actions_are_going() -> None:
    told = replace(WHOLE, actions=(replace(ACTION, progress="More", rag="red"),))
    assert told.content_hash != WHOLE.content_hash
    assert told.signed_hash == WHOLE.signed_hash
    for place, copy in changed(WHOLE):
        if not place.endswith((".progress", ".rag")):
            assert copy.signed_hash != WHOLE.signed_hash, place


def test_an_action_that_lives_on_is_another_one() -> None:
    assert replace(WHOLE, actions=(replace(ACTION, action_id=7),)).content_hash != WHOLE.content_hash
