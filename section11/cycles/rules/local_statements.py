"""What the few statements may be that a partnership adds for its own cycle."""

from collections.abc import Sequence
from dataclasses import dataclass

from section11.lib.words import same_name

MOST_LOCAL_STATEMENTS = 20
LONGEST_TEXT = 1000
LONGEST_GUIDANCE = 4000


@dataclass(frozen=True, slots=True)
class LocalStatementWording:
    """One local statement as written."""

    text: str
    guidance: str = ""
    light: bool = True
    must_meet: bool = False


def local_statement_problems(statements: Sequence[LocalStatementWording]) -> dict[str, str]:
    """Everything that is wrong with these statements, by field (`text-0`, `guidance-3`, or "" for the whole)."""
    problems: dict[str, str] = {}
    if len(statements) > MOST_LOCAL_STATEMENTS:
        problems[""] = f"Keep to {MOST_LOCAL_STATEMENTS} local statements or fewer"
    seen: dict[str, int] = {}
    for place, statement in enumerate(statements):
        told = same_name(statement.text)
        if not told:
            problems[f"text-{place}"] = "Enter the statement, or clear its guidance to remove it"
        elif len(statement.text) > LONGEST_TEXT:
            problems[f"text-{place}"] = f"Keep the statement to {LONGEST_TEXT:,} characters or fewer"
        elif told in seen:
            problems[f"text-{place}"] = f"Say this once: it is the same as statement L{seen[told] + 1}"
        if len(statement.guidance) > LONGEST_GUIDANCE:
            problems[f"guidance-{place}"] = f"Keep the guidance to {LONGEST_GUIDANCE:,} characters or fewer"
        seen.setdefault(told, place)
    return problems
