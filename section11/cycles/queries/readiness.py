"""What a draft cycle still needs before it can open."""

from collections.abc import Collection
from datetime import datetime

from section11.cycles.models import Cycle, Invitation
from section11.cycles.queries.tiny_form import asks_tiny
from section11.cycles.rules.bands import BandWording, band_problems
from section11.cycles.rules.cycle_dates import date_problems
from section11.cycles.rules.email_wording import EmailWording, wording_problems
from section11.cycles.rules.local_statements import LocalStatementWording, local_statement_problems
from section11.cycles.vocabulary import InvitationState
from section11.lib.clock import london_date
from section11.lib.dates import day_words
from section11.standards.vocabulary import Form


def invited_forms(cycle: Cycle) -> list[str]:
    """The form of each invitation that stands."""
    return list(Invitation.objects.filter(cycle=cycle, state=InvitationState.INVITED).values_list("form", flat=True))


def what_is_missing(cycle: Cycle, at: datetime, forms: Collection[str]) -> dict[str, str]:
    """Step of the set-up (`edition`, `forms`, `dates`, `bands`, `statements`, `emails`) -> what to do there; empty when all is ready.

    `forms`: those of its invitations, as `invited_forms` tells.
    """
    missing: dict[str, str] = {}
    today = london_date(at)
    if cycle.edition_id is None:
        missing["edition"] = "Choose the audit tool and edition"
    if Form.TINY in {cycle.default_form, *forms} and not asks_tiny(cycle):
        missing["forms"] = "Choose another form for those who were to have the tiny one: the standards of this audit have none"
    dates = date_problems(opens=cycle.opens, due=cycle.due, rolling=cycle.rolling, today=today)
    if dates:
        missing["dates"] = next(iter(dates.values()))
    elif cycle.opens is not None and cycle.opens > today:
        missing["dates"] = f"Open it on {day_words(cycle.opens)} or later, as you set, or change the opening date to today"
    if problems := band_problems([BandWording(b.label, b.at_least, b.follow_up) for b in cycle.bands.all()]):
        missing["bands"] = next(iter(problems.values()))
    statements = [LocalStatementWording(s.text, s.guidance, s.light, s.must_meet) for s in cycle.local_statements.all()]
    if problems := local_statement_problems(statements):
        missing["statements"] = next(iter(problems.values()))
    problems = wording_problems(EmailWording(cycle.email_subject, cycle.email_body), prefix="invitation")
    problems |= wording_problems(EmailWording(cycle.reminder_subject, cycle.reminder_body), prefix="reminder")
    if problems:
        missing["emails"] = next(iter(problems.values()))
    return missing
