"""Whom the demo's sign-in page offers."""

from dataclasses import dataclass
from functools import lru_cache

from section11.directory.queries.persons import refs_of_those_who_may_sign_in
from section11.transfer.demo.folder import demo_script


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody of the demo and one line about them."""

    person_ref: str
    name: str
    about: str


@lru_cache(maxsize=1)
def listed_people() -> tuple[tuple[str, str, str], ...]:
    """Address, name and line of everybody in demo/people.yaml, in its order."""
    script = demo_script("people.yaml")
    return tuple((told["email"], told["name"], told["line"]) for told in [*script["of_live_cycles"], script["of_cycle_files"]])


def demo_people() -> list[DemoPerson]:
    """Those of them who are here: nobody before the demo is loaded."""
    refs = refs_of_those_who_may_sign_in([email for email, _, _ in listed_people()])
    return [DemoPerson(refs[email], name, line) for email, name, line in listed_people() if email in refs]
