"""Change a partnership's contact details and choices."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Partnership
from section11.directory.queries.manageable import officers_partnership
from section11.directory.rules import LONGEST_TEXT, email_problem, name_problem, tidy, tidy_email, without_empty
from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text

LONG_TEXTS = ("own_sentence", "controller_contact", "lawful_basis", "retention_sentence")
TOO_LONG = f"Shorten this to {LONGEST_TEXT:,} characters or fewer"


def edit_partnership(
    viewer: Viewer,
    *,
    name: str,
    contact_email: str,
    contact_phone: str,
    takes_files: bool,
    takes_registrations: bool,
    own_sentence: str,
    controller_contact: str,
    lawful_basis: str,
    retention_sentence: str,
    version: int,
    at: datetime,
) -> None:
    """Change what a partnership is called, whom to contact, what it takes and says of the duty and of privacy; its officers may.

    Files already there stay when uploads are no longer taken. `version`: what the officer saw; who was slower is shown both texts.
    """
    partnership_id = officers_partnership(viewer)
    wanted = {
        "name": tidy(name),
        "contact_email": tidy_email(contact_email),
        "contact_phone": tidy(contact_phone),
        "takes_files": takes_files,
        "takes_registrations": takes_registrations,
        "own_sentence": clean_text(own_sentence),
        "controller_contact": clean_text(controller_contact),
        "lawful_basis": clean_text(lawful_basis),
        "retention_sentence": clean_text(retention_sentence),
    }
    problems = without_empty(
        {
            "name": name_problem(tidy(name), whose="the partnership's name"),
            "contact_email": email_problem(tidy_email(contact_email)) if contact_email.strip() else "",
            "contact_phone": "Shorten the phone number to 40 characters or fewer" if len(tidy(contact_phone)) > 40 else "",
            **{field: TOO_LONG if len(str(wanted[field])) > LONGEST_TEXT else "" for field in LONG_TEXTS},
        }
    )
    if problems:
        raise Refused(problems)
    with transaction.atomic():
        partnership = Partnership.objects.select_for_update(no_key=True).get(pk=partnership_id)
        changed = sorted(field for field, value in wanted.items() if getattr(partnership, field) != value)
        if not changed:
            return
        if partnership.version != version:
            theirs = {field: _words(getattr(partnership, field)) for field in changed}
            mine = {field: _words(wanted[field]) for field in changed}
            raise Conflict(version=partnership.version, mine=mine, theirs=theirs, by=partnership.edited_by_name)
        Partnership.objects.filter(pk=partnership.pk).update(**wanted, version=version + 1, edited_by_name=viewer.name)
        told = {"changed": changed, "takes_files": takes_files, "takes_registrations": takes_registrations}
        record_event(partnership.ref, verb="partnership-edited", actor=viewer.person_ref, subject=partnership.ref, at=at, details=told)


def _words(value: object) -> str:
    return {True: "Yes", False: "No"}[value] if isinstance(value, bool) else str(value)
