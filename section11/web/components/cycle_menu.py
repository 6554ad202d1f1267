"""The menu of one audit: four groups of pages, in the order in which an audit goes. On other pages it leads to the running audit."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from section11.web.components.navigation import Entry, Link, links, parts_of


@dataclass(frozen=True, slots=True)
class Group:
    """A part of an audit. `below` are routes of pages that belong here and under none of its lines."""

    label: str
    entries: tuple[Entry, ...]
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CycleMenu:
    """The groups that the viewer may open, the name of the one that the page stands in (empty: none) and its lines."""

    groups: tuple[Link, ...]
    chosen: str
    lines: tuple[Link, ...]
    is_running: bool  # it leads to the running audit, for the page stands in none


def _entry(label: str, route: str, current: str, *below: str) -> Entry:
    return Entry(label, route, ("partnership", "cycle"), current, below)


CYCLE_MENU = (
    Group(
        "Prepare",
        (
            _entry("Set-up", "cycle_setup", "set-up"),
            _entry("Whom to invite", "whom_to_invite", "whom", "invite_unit", "upload_invitation_sheet", "invitation_upload"),
            _entry("Chasing ladder", "ladder", "ladder", "write_ladder"),
            _entry("Reviewers", "reviewer_parts", "reviewers"),
            _entry("Grades", "set_grades", "grades"),
        ),
        ("close_cycle",),
    ),
    Group(
        "Watch",
        (
            _entry(
                *("Register of returns", "register_of_returns", "register"),
                *("invitation", "invitation_chasing", "change_invitation", "exempt_invitation", "reinstate_invitation", "log_contact"),
            ),
            _entry("Support", "support_conversations", "support", "support", "agree_support", "log_support", "close_support"),
            _entry("Follow-ups", "follow_ups", "follow-ups", "pick_for_follow_up"),
            _entry("Plan quality", "plan_quality", "plan-quality"),
        ),
        ("return_for_correction",),
    ),
    Group(
        "Challenge",
        (
            _entry("Read first", "triage", "read-first"),
            _entry("Challenges", "challenges", "challenges", "raise_challenge"),
            _entry("Panels", "panels", "panels"),
            _entry("Letters", "letters", "letters"),
            _entry("Good practice", "good_practice", "good-practice", "ask_consent", "change_good_practice"),
            _entry("Opinions", "opinions", "opinions"),
        ),
        (
            *("submission", "compare_submissions", "read_statement", "agree_level", "judgement", "judge_standard"),
            *("give_recommendations", "give_recommendation", "change_recommendation"),
        ),
    ),
    Group(
        "Results",
        (
            _entry("Figures", "figures", "figures"),
            _entry("Summary", "executive_summary", "summary"),
            _entry("Journeys", "journeys", "journeys"),
        ),
    ),
)
PAGES = {entry.current: entry.route for group in CYCLE_MENU for entry in group.entries}  # what `current_cycle` leads to


def cycle_menu(request: HttpRequest, cycle: str = "") -> CycleMenu:
    """The menu for this page. `cycle` is the audit that a page belongs to whose address does not name it."""
    parts = parts_of(request)
    if cycle:
        parts["cycle"] = cycle
    viewer = getattr(request, "viewer", None)
    match = request.resolver_match
    route = str(match.view_name) if match else ""
    found = [(group, links(group.entries, viewer, parts, request.path, route)) for group in CYCLE_MENU]
    shown = [(group, lines) for group, lines in found if lines]
    within, lines = _where(shown, route) if "cycle" in parts else (None, [])
    return CycleMenu(
        groups=tuple(Link(one.label, inside[0].address, "true" if one is within else "") for one, inside in shown),
        chosen=within.label if within else "",
        lines=tuple(lines),
        is_running="cycle" not in parts,
    )


def _where(shown: Sequence[tuple[Group, list[Link]]], route: str) -> tuple[Group | None, list[Link]]:
    """The group that a page stands in, with its lines; where two have it, the one whose line's address is nearer to the page's."""
    named = [(group, lines) for group, lines in shown if route in group.below or any(route in entry.below for entry in group.entries)]
    marked = [(len(line.address), group, lines) for group, lines in shown for line in lines if line.current]
    if named:
        return named[0]
    return max(marked, key=lambda one: one[0])[1:] if marked else (None, [])
