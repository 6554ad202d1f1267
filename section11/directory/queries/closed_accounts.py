"""Addresses under which nobody is let in any more."""

from collections.abc import Sequence

from section11.directory.models import Person
from section11.directory.queries.manageable import officers_partnership
from section11.directory.rules import tidy_email
from section11.lib.viewer import Viewer


def closed_accounts(viewer: Viewer, emails: Sequence[str]) -> set[str]:
    """Those of these addresses that belong to a closed account; for the partnership's officers."""
    officers_partnership(viewer)
    told = {tidy_email(email) for email in emails}
    return set(Person.objects.filter(email__in=told, is_active=False).values_list("email", flat=True))
