"""Who a line of the access table lets through: the scopes, and the sets of roles that many routes share."""

from dataclasses import dataclass
from enum import StrEnum

from section11.directory.vocabulary import PARTNERSHIP_ROLES, READERS, UNIT_ROLES, Role


class Scope(StrEnum):
    """Where a route's viewer comes from."""

    PUBLIC = "public"  # everybody, signed in or not
    DEMO = "demo"  # everybody, where the demo is switched on; absent elsewhere
    PERSON = "person"  # anybody signed in: their own pages
    PARTNERSHIP = "partnership"  # /p/<partnership>/…
    ORGANISATION = "organisation"  # /o/<organisation>/…


@dataclass(frozen=True, slots=True)
class Access:
    """Who may use a route, which operations its page carries, and whether a GET is recorded as a view.

    `holds`: what somebody typed and posts here after their session ended is kept for them (web/account/hold.py).
    `in_search`: search engines may list it.
    """

    scope: Scope
    roles: frozenset[Role] = frozenset()
    operations: tuple[str, ...] = ()
    records_view: bool = False
    holds: bool = False
    in_search: bool = False


def public(*operations: str) -> Access:
    """Open to all, and to search engines."""
    return Access(Scope.PUBLIC, operations=operations, in_search=True)


def anybody(*operations: str) -> Access:
    """Open to all, but not for search engines: sign-in, links in emails, registration."""
    return Access(Scope.PUBLIC, operations=operations)


def demo(*operations: str) -> Access:
    """Open to all in the demo."""
    return Access(Scope.DEMO, operations=operations)


def person(*operations: str) -> Access:
    """Open to anybody signed in."""
    return Access(Scope.PERSON, operations=operations)


def officer(*operations: str, holds: bool = False) -> Access:
    """Open to the partnership's officers."""
    return Access(Scope.PARTNERSHIP, frozenset({Role.OFFICER}), operations, holds=holds)


def partnership(*operations: str, records_view: bool = False) -> Access:
    """Open to everybody with a role in the partnership."""
    return Access(Scope.PARTNERSHIP, PARTNERSHIP_ROLES, operations, records_view)


def reader(*operations: str, records_view: bool = False, holds: bool = False) -> Access:
    """Open to those who read submissions: officers, reviewers and the scrutineer."""
    return Access(Scope.PARTNERSHIP, READERS, operations, records_view, holds)


def reviewer(*operations: str, holds: bool = False) -> Access:
    """Open to those who challenge, agree, grade and rate: officers and reviewers."""
    return Access(Scope.PARTNERSHIP, frozenset({Role.OFFICER, Role.REVIEWER}), operations, holds=holds)


def overseer(*operations: str) -> Access:
    """Open to the partnership's officers, and to the scrutineer, who reads everything and does none of what the page offers officers."""
    return Access(Scope.PARTNERSHIP, frozenset({Role.OFFICER, Role.SCRUTINEER}), operations)


def scrutineer(*operations: str, holds: bool = False) -> Access:
    """Open to the partnership's independent scrutineer alone."""
    return Access(Scope.PARTNERSHIP, frozenset({Role.SCRUTINEER}), operations, holds=holds)


def lead(*operations: str, holds: bool = False) -> Access:
    """Open to the organisation's return leads."""
    return Access(Scope.ORGANISATION, frozenset({Role.RETURN_LEAD}), operations, holds=holds)


def signatory(*operations: str) -> Access:
    """Open to the organisation's signatories."""
    return Access(Scope.ORGANISATION, frozenset({Role.SIGNATORY}), operations)


def writer(*operations: str, holds: bool = False) -> Access:
    """Open to those who answer: return leads and contributors."""
    return Access(Scope.ORGANISATION, frozenset({Role.RETURN_LEAD, Role.CONTRIBUTOR}), operations, holds=holds)


def organisation(*operations: str, records_view: bool = False, holds: bool = False) -> Access:
    """Open to everybody with a role in the organisation."""
    return Access(Scope.ORGANISATION, UNIT_ROLES, operations, records_view, holds)
