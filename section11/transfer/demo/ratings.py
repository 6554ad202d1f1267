"""Which level an organisation of the demo gives each statement. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from section11.transfer.demo.chance import chance

NOISE = 8.0  # how far chance outweighs how hard a statement is


@dataclass(frozen=True, slots=True)
class Wanted:
    """How an organisation rates itself: the percentage met, how many of the rest are not met at all, and what is fixed."""

    met: int
    unmet: int
    fixed: Mapping[str, str]


def ratings(
    refs: Sequence[str],
    wanted: Wanted,
    *,
    key: str,
    kind: str,
    weak: Mapping[str, Any],
    may_be_unmet: Collection[str],
    must_meet: Collection[str],
) -> dict[str, str]:
    """A level for each of these statements: the hardest ones first fall short, must-meet ones only where that is fixed."""
    levels = {ref: wanted.fixed.get(ref, "met") for ref in refs}
    applicable = [ref for ref in refs if levels[ref] != "na"]
    short = len(applicable) - int(len(applicable) * wanted.met / 100 + 0.5)
    short -= sum(levels[ref] in ("partial", "unmet") for ref in applicable)
    unmet = wanted.unmet - sum(levels[ref] == "unmet" for ref in applicable)
    free = [ref for ref in applicable if ref not in wanted.fixed and ref not in must_meet]
    for ref in sorted(free, key=lambda ref: -_hardness(ref, key, kind, weak))[: max(0, short)]:
        levels[ref] = "partial"
    partial = [ref for ref in free if levels[ref] == "partial" and ref in may_be_unmet]
    for ref in sorted(partial, key=lambda ref: chance(key, ref, "unmet"))[: max(0, unmet)]:
        levels[ref] = "unmet"
    return levels


def _hardness(ref: str, key: str, kind: str, weak: Mapping[str, Any]) -> float:
    everyone, own = weak["everyone"].get(ref, 1), weak.get(kind, {}).get(ref, 0)
    return float(everyone) + float(own) + NOISE * chance(key, ref, "hard")
