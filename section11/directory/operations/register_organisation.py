"""An organisation asks a partnership to take part."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Partnership, Registration
from section11.directory.rules import LONGEST_TEXT, duty_problem, email_problem, name_problem, tidy, tidy_email, without_empty
from section11.directory.vocabulary import RegistrationState
from section11.lib.errors import Absent, Refused
from section11.lib.refs import ref
from section11.lib.words import clean_text, same_name


@dataclass(frozen=True, slots=True)
class FitAnswer:
    """One question that tells whether the tiny form fits, the answer that says so, and the answer given (None: none yet)."""

    question: str
    fits: bool
    answer: bool | None


def register_organisation(
    partnership_slug: str,
    *,
    organisation_name: str,
    sector_key: str,
    duty_basis: str,
    lead_name: str,
    lead_email: str,
    about: str,
    fit: Sequence[FitAnswer] = (),
    at: datetime,
) -> Registration:
    """Ask a partnership that takes registrations to let an organisation take part; anybody may. Gives no access.

    `fit`: the questions that tell whether the tiny form fits, where the open audit has any, each with its answer. The
    same organisation and address asked again while the first waits is the same registration. Nothing here says who takes
    part already.
    """
    name, lead_name, lead_email = tidy(organisation_name), tidy(lead_name), tidy_email(lead_email)
    about = clean_text(about)
    with transaction.atomic():
        partnership = Partnership.objects.select_for_update(no_key=True).filter(slug=partnership_slug, takes_registrations=True).first()
        if partnership is None:
            raise Absent
        sector = partnership.sectors.filter(key=sector_key).first()
        problems = without_empty(
            {
                "organisation_name": name_problem(name, whose="the organisation's name"),
                "sector": "" if sector else "Choose a sector from the list",
                "duty_basis": duty_problem([duty_basis]),
                "lead_name": name_problem(lead_name, whose="your name"),
                "lead_email": email_problem(lead_email),
                **{f"fit-{n}": "Choose yes or no" for n, one in enumerate(fit) if one.answer is None},
                "about": f"Shorten this to {LONGEST_TEXT:,} characters or fewer" if len(about) > LONGEST_TEXT else "",
            }
        )
        if problems or sector is None:
            raise Refused(problems)
        waiting = partnership.registrations.filter(state=RegistrationState.WAITING, lead_email=lead_email)
        for registration in waiting:
            if same_name(registration.organisation_name) == same_name(name):
                return registration
        made = Registration.objects.create(
            partnership=partnership,
            organisation_name=name,
            sector=sector,
            duty_basis=duty_basis,
            lead_name=lead_name,
            lead_email=lead_email,
            about=about,
            fit=[{"question": one.question, "answer": one.answer, "fits": one.fits} for one in fit],
            asked_at=at,
        )
        record_event(
            partnership.ref,
            verb="registration-asked",
            actor="public:registration",
            subject=ref("registration", made.pk),
            at=at,
            details={"sector": sector.key, "duty": duty_basis},
        )
    return made
