"""Plain documents: what JSON can hold, and every database of ours can keep exactly. Strict reading of JSON and YAML text."""

import json
import math
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import yaml

from section11.lib.errors import Refused
from section11.lib.reading import Problems, within

DEEPEST = 30
LARGEST_NUMBER = 2**53  # beyond it readers of JSON no longer agree on a number


class Doubled(dict[str, Any]):
    """An object that named some keys twice."""

    keys_twice: tuple[str, ...] = ()


def read_json(data: bytes, *, largest: int) -> Any:
    """The document in these bytes; refuses what is not JSON, or larger. `plain_problems` looks into it."""
    try:
        return json.loads(_text(data, largest), object_pairs_hook=_object, parse_constant=float)
    except json.JSONDecodeError as error:
        raise Refused(f"not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise Refused(f"nested too deep: at most {DEEPEST} levels") from None
    except ValueError:
        raise Refused("not valid JSON: a number has too many digits") from None


class _PlainLoader(yaml.CSafeLoader):
    """YAML of plain values: only what JSON would read as a number, true, false or null is one; everything else is text."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        twice = [name for name, count in Counter(key.value for key, _ in node.value if isinstance(key.value, str)).items() if count > 1]
        if twice:
            raise yaml.constructor.ConstructorError(None, None, f"{twice[0]} is given twice", node.start_mark)
        return super().construct_mapping(node, deep)


_PlainLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("null", r"null|~|", ["n", "~", ""]),
    ("int", r"-?(0|[1-9][0-9]*)", "-0123456789"),
    ("float", r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?", "-0123456789"),
):
    _PlainLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), list(_first))


def read_yaml(data: bytes, *, largest: int) -> Any:
    """The document in these bytes: YAML of plain values only, without anchors, dates or types of its own."""
    text = _text(data, largest)
    try:
        depth = 0
        for event in yaml.parse(text, Loader=_PlainLoader):
            if isinstance(event, yaml.AliasEvent):
                raise Refused(f"anchors and aliases are not taken: {' '.join(str(event.start_mark).split())}")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise Refused(f"nested too deep: at most {DEEPEST} levels")
        return _PlainLoader(text).get_single_data()
    except (yaml.YAMLError, ValueError) as error:
        raise Refused(f"not valid YAML: {' '.join(str(error).split())}") from None


def plain_problems(document: Any, problems: Problems) -> bool:
    """Say of everything that cannot be kept exactly where it is. Walks without recursion, so depth is no danger.

    Gives whether whoever reads on may walk it too: false when it is nested too deep.
    """
    is_shallow = True
    waiting: list[tuple[Any, str, int]] = [(document, "", 0)]
    while waiting:
        value, place, depth = waiting.pop()
        if depth > DEEPEST:
            problems.add(place, f"nested too deep: at most {DEEPEST} levels")
            is_shallow = False
        elif isinstance(value, dict):
            for key in getattr(value, "keys_twice", ()):
                problems.add(within(place, key), "is given twice")
            for key, part in value.items():
                if not isinstance(key, str):
                    problems.add(place, f"key {key!r} must be text: put it in quotation marks")
                elif words := _text_problem(key):
                    problems.add(place, f"key {key!a} {words}")
                else:
                    waiting.append((part, within(place, key), depth + 1))
        elif isinstance(value, list):
            waiting.extend((part, f"{place}[{number}]", depth + 1) for number, part in enumerate(value))
        elif words := _value_problem(value):
            problems.add(place, words)
    return is_shallow


def _value_problem(value: Any) -> str:
    if isinstance(value, str):
        return _text_problem(value)
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        if isinstance(value, float) and math.isnan(value):
            return "is not a number"
        return "" if abs(value) <= LARGEST_NUMBER else "is too large a number to keep exactly: write it as text"
    return "must be text, a number, true, false, null, a list or an object"


def _text_problem(value: str) -> str:
    if "\0" in value:
        return "holds a null character: take it out"
    try:
        value.encode()
    except UnicodeEncodeError:
        return "holds half a character (a lone surrogate): take it out"
    return ""


def _text(data: bytes, largest: int) -> str:
    if len(data) > largest:
        raise Refused(f"too large: at most {largest // 1_000_000} MB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"not UTF-8 text: byte {error.start} cannot be read") from None


def _object(pairs: Iterable[tuple[str, Any]]) -> Mapping[str, Any]:
    pairs = list(pairs)
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    doubled = Doubled(plain)
    doubled.keys_twice = tuple(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
    return doubled
