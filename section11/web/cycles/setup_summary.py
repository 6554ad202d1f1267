"""What an audit has been set up with, in words: for checking the answers, and for telling what stands after a conflict."""

from section11.cycles.queries.cycle_setup import CycleSetup
from section11.cycles.rules.bands import BandWording
from section11.cycles.rules.ladder import Rung, rung_day
from section11.lib.dates import day_words, due_words
from section11.lib.words import plural
from section11.standards.vocabulary import FORM_WORDS, Form

Rows = list[tuple[str, str]]


def summary_of(setup: CycleSetup) -> dict[str, Rows]:
    """Step -> (what, as it stands)."""
    return {
        "title": [("Title", setup.title)],
        "edition": [("Audit tool and edition", f"{setup.edition} ({setup.edition_reference})" if setup.edition else "Not chosen yet")],
        "forms": [("Usual form", FORM_WORDS[Form(setup.default_form)])],
        "dates": _dates(setup),
        "bands": [(band.label, band_words(band)) for band in sorted(setup.bands, key=lambda band: -band.at_least)],
        "statements": _statements(setup),
        "emails": [("Subject of the invitation", setup.invitation.subject), ("Subject of the reminder", setup.reminder.subject)],
        "ladder": ladder_rows(setup),
        "whom": [("Invited so far", plural(setup.invited, "unit"))],
    }


def band_words(band: BandWording) -> str:
    """`From 80% met`, with what happens there."""
    share = f"{band.at_least:f}"
    share = share.rstrip("0").rstrip(".") if "." in share else share
    return f"From {share}% met{', asks for follow-up' if band.follow_up else ''}"


def ladder_rows(setup: CycleSetup) -> Rows:
    """Each step with its day, where the audit has a due date."""
    if not setup.rungs:
        return [("Chasing ladder", "None: nothing is sent by itself")]
    return [(rung.days_words, f"{rung.kind_words}{_on(setup, rung)}") for rung in setup.rungs]


def _on(setup: CycleSetup, rung: Rung) -> str:
    return f", on {day_words(rung_day(setup.due, rung.days))}" if setup.due else ""


def _dates(setup: CycleSetup) -> Rows:
    due = due_words(setup.due) if setup.due else "No due date" if setup.rolling else "Not set yet"
    opens = day_words(setup.opens) if setup.opens else "Not set yet"
    return [("Opens", opens), ("Due", due), ("Rolling", "Yes" if setup.rolling else "No")]


def _statements(setup: CycleSetup) -> Rows:
    if not setup.statements:
        return [("Local statements", "None")]
    return [(f"L{number}", statement.text) for number, statement in enumerate(setup.statements, 1)]
