"""What an invitation must say, whether it comes from a page or from a row of a sheet."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from section11.cycles.rules.cycle_dates import due_problem
from section11.directory.rules import is_email, without_empty
from section11.directory.vocabulary import DutyBasis
from section11.lib.words import listed
from section11.standards.vocabulary import FORM_WORDS, Form

LONGEST_NAME = 200
NO_REVIEW_YET = "Choose the full or light form: a review is for those who sent a return before, on standards that can be compared"
NO_TINY = "Choose another form: the standards of this audit have no tiny form"


@dataclass(frozen=True, slots=True)
class InvitationWording:
    """Who is invited, with which form and until when; the fields are those of the invitation sheet."""

    name: str
    sector: str  # its key
    duty_basis: tuple[str, ...]
    lead_name: str
    lead_email: str
    form: str
    unit: str = ""
    signatory_name: str = ""
    signatory_email: str = ""
    due: date | None = None
    contract: str = ""


def invitation_problems(
    wording: InvitationWording, *, sectors: Collection[str], opens: date | None, today: date, known: bool = False
) -> dict[str, str]:
    """Everything that is wrong with an invitation, by field. `known`: it takes part already, so sector and duties are there."""
    told = wording
    return without_empty(
        {
            "name": _name(told.name, "the name of the organisation"),
            "sector": "" if known or told.sector in sectors else "Choose a sector from the list",
            "duty_basis": "" if known else _duties(told.duty_basis),
            "unit": f"Shorten the unit's name to {LONGEST_NAME} characters or fewer" if len(told.unit) > LONGEST_NAME else "",
            "lead_name": _name(told.lead_name, "the name of the return lead"),
            "lead_email": _email(told.lead_email, "the return lead's email address"),
            "signatory_name": _name(told.signatory_name, "the name of the signatory") if told.signatory_email else "",
            "signatory_email": _email(told.signatory_email, "the signatory's email address")
            if told.signatory_name or told.signatory_email
            else "",
            "form": "" if told.form in set(Form) else f"Choose a form: {listed([w.lower() for w in FORM_WORDS.values()], 'or')}",
            "due": due_problem(told.due, opens=opens, today=today) if told.due else "",
            "contract": f"Shorten the contract to {LONGEST_NAME} characters or fewer" if len(told.contract) > LONGEST_NAME else "",
        }
    )


def _name(name: str, what: str) -> str:
    if not name.strip():
        return f"Enter {what}"
    return f"Shorten {what} to {LONGEST_NAME} characters or fewer" if len(name) > LONGEST_NAME else ""


def _email(email: str, what: str) -> str:
    if not email.strip():
        return f"Enter {what}"
    return "" if is_email(email.strip()) else f"Enter {what} in full, like name@school.example"


def _duties(duties: Collection[str]) -> str:
    if not duties:
        return "Choose at least one reason why the organisation takes part"
    return "" if set(duties) <= set(DutyBasis) else "Choose the reasons from the list"
