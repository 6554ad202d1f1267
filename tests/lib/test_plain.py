import pytest

from section11.lib.errors import Refused
from section11.lib.plain import DEEPEST, plain_problems, read_json, read_yaml
from section11.lib.reading import Problems

ROOM = 10_000_000


def problems_of(data: bytes) -> dict[str, str]:
    problems = Problems()
    plain_problems(read_json(data, largest=ROOM), problems)
    return problems.found


def test_json_is_read_with_or_without_a_byte_order_mark() -> None:
    assert read_json(b'{"a": [1, 2.5, "x", null, true]}', largest=ROOM) == {"a": [1, 2.5, "x", None, True]}
    assert read_json(b"\xef\xbb\xbf{}", largest=ROOM) == {}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not valid JSON"),
        (b'{"a": 1', "line 1, column 8"),
        (b"[" * 100_000, "nested too deep"),
        (b"1" * 5000, "too many digits"),
        (b"\xff\xfe", "not UTF-8"),
        (b" " * 2_000_001, "too large: at most 2 MB"),
    ],
)
def test_what_is_not_json_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read_json(data, largest=2_000_000)


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (b'{"a": {"b": 1, "b": 2}}', "a.b", "given twice"),
        (b'{"a": {"1.7": 1, "1.7": 2}}', 'a["1.7"]', "given twice"),
        (b'{"a": [NaN]}', "a[0]", "is not a number"),
        (b'{"a": Infinity}', "a", "too large"),
        (b'{"a": 1e999}', "a", "too large"),
        (b'{"a": 9007199254740993}', "a", "too large"),
        (b'{"a": "\\u0000"}', "a", "null character"),
        (b'{"a": "\\ud800"}', "a", "half a character"),
        (b'{"a\\u0000": 1}', "", "null character"),
    ],
)
def test_what_cannot_be_kept_exactly_is_told_with_its_place(data: bytes, place: str, words: str) -> None:
    assert words in problems_of(data)[place]


def test_depth_is_told_before_it_can_hurt() -> None:
    data = b'{"extra":' + b"[" * (DEEPEST + 5) + b"]" * (DEEPEST + 5) + b"}"
    assert any("nested too deep" in words for words in problems_of(data).values())


def test_yaml_reads_as_json_would() -> None:
    text = b"a: 1.5\nb: no\nc: 2026-01-01\nd: 010\ne: ~\nf: true\ng: '1.10'\nh: >-\n  two\n  lines\n"
    assert read_yaml(text, largest=ROOM) == {
        "a": 1.5,
        "b": "no",
        "c": "2026-01-01",
        "d": "010",
        "e": None,
        "f": True,
        "g": "1.10",
        "h": "two lines",
    }


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a: 1\na: 2", "a is given twice"),
        (b"a: &x [1]\nb: *x", "aliases"),
        (b"[" * 1000, "nested too deep"),
        (b"a: [", "not valid YAML"),
        (b"a: !!python/object:os.system 1", "not valid YAML"),
        (b"\xff", "not UTF-8"),
    ],
)
def test_yaml_of_any_other_kind_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read_yaml(data, largest=ROOM)
