"""What makes a good name, address and place; which streams an act is recorded in. No database, no Django."""

import re
from collections.abc import Collection, Mapping

from section11.directory.vocabulary import PARTNERSHIP_ROLES, UNIT_ROLES, DutyBasis, Role
from section11.lib.refs import ref
from section11.lib.words import same_name

LONGEST_NAME = 200
LONGEST_EMAIL = 254
LONGEST_TEXT = 2000
MAY_LEAD_SECTORS = (Role.OFFICER, Role.REVIEWER, Role.EXECUTIVE_VIEWER)  # the scrutineer stays independent
NOT_YOURSELF = "An officer cannot let themselves into an organisation: what it drafts is its own. Ask its return lead, or another officer"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_EMAIL = re.compile(rf"[A-Za-z0-9!#$%&'*+/=?^_`{{|}}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{{|}}~-]+)*@{_LABEL}(?:\.{_LABEL})+")


def is_email(text: str) -> bool:
    """Whether mail can be sent to this address."""
    return len(text) <= LONGEST_EMAIL and _EMAIL.fullmatch(text) is not None


def tidy(text: str) -> str:
    """One line, single spaces, none at the ends."""
    return " ".join(text.replace("\x00", "").split())


def tidy_email(text: str) -> str:
    """The form in which an address is kept: lower case, no spaces around it."""
    return text.strip().lower()


def name_problem(name: str, *, whose: str) -> str:
    """What to do about a name, or nothing. `whose` completes "Enter …"."""
    if not name:
        return f"Enter {whose}"
    if max(len(name), len(same_name(name))) > LONGEST_NAME:
        return f"Shorten {whose} to {LONGEST_NAME} characters or fewer"
    return ""


def email_problem(email: str) -> str:
    """What to do about an email address, or nothing."""
    return "" if is_email(email) else "Enter an email address, like name@school.example"


def person_problems(*, name: str, email: str, job_title: str) -> dict[str, str]:
    """What to do about a person's name, email and job title, all at once."""
    return without_empty(
        {
            "name": name_problem(name, whose="the person's name"),
            "email": email_problem(email),
            "job_title": "Shorten the job title to 200 characters or fewer" if len(job_title) > LONGEST_NAME else "",
        }
    )


def duty_problem(duties: Collection[str]) -> str:
    """What to do about the reasons for taking part, or nothing."""
    return "" if all(duty in set(DutyBasis) for duty in duties) else "Choose why the organisation takes part from the list"


def role_problem(role: str, *, of_unit: bool) -> str:
    """What to do about a role that does not belong to this kind of place, or nothing."""
    return "" if role in {str(r) for r in (UNIT_ROLES if of_unit else PARTNERSHIP_ROLES)} else "Choose a role from the list"


def deputy_problem(role: str, is_deputy: bool) -> str:
    """What to do about a deputy of somebody who is no return lead, or nothing."""
    return "Only a return lead has deputies. Choose return lead, or clear this box" if is_deputy and role != Role.RETURN_LEAD else ""


def without_empty(problems: Mapping[str, str]) -> dict[str, str]:
    """Only the fields with something to do."""
    return {field: problem for field, problem in problems.items() if problem}


def streams_of(*, organisation_id: int | None, partnership_id: int | None) -> list[str]:
    """The activity streams an act belongs to, always in this order, so that their heads are locked alike."""
    told = [("organisation", organisation_id), ("partnership", partnership_id)]
    return [ref(kind, key) for kind, key in told if key is not None]


def may_end_role(role: str, *, others: int, as_officer: bool) -> str:
    """Why the last of a kind may not go, or nothing. `others` counts those who hold the same role there."""
    if others:
        return ""
    if role == Role.OFFICER:
        return "A partnership needs at least one officer. Add another officer first"
    if role == Role.RETURN_LEAD and not as_officer:
        return "This is the only return lead. Hand over to the next lead, or ask the partnership's officers"
    return ""
