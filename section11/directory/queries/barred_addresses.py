"""Addresses under which an officer may let nobody into an organisation."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q

from section11.directory.models import Membership, Person
from section11.directory.queries.manageable import officers_partnership
from section11.directory.rules import NOT_YOURSELF, tidy_email
from section11.lib.viewer import Viewer

CLOSED_ACCOUNT = "This address belongs to a closed account. Enter another address"


def barred_addresses(viewer: Viewer, emails: Iterable[str]) -> dict[str, str]:
    """Those of these addresses that are barred, with what to do about each; for the partnership's officers.

    Barred are closed accounts and the officer's own, unless they work in a unit already.
    """
    officers_partnership(viewer)
    working = Membership.objects.filter(person=OuterRef("pk"), unit__isnull=False, ended_at__isnull=True)
    barred = Q(is_active=False) | Q(pk=viewer.person_id) & ~Exists(working)
    found = Person.objects.filter(barred, email__in={tidy_email(email) for email in emails})
    return {email: NOT_YOURSELF if is_active else CLOSED_ACCOUNT for email, is_active in found.values_list("email", "is_active")}
