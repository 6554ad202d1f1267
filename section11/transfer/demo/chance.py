"""Chance that comes out the same every time: it hangs on words alone. Pure."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def chance(*words: str) -> float:
    """A number from 0 up to 1."""
    told = hashlib.sha256("|".join(words).encode()).digest()
    return int.from_bytes(told[:6], "big") / 2**48


def pick(choices: Sequence[T], *words: str) -> T:
    """One of these."""
    return choices[int(chance(*words) * len(choices))]
