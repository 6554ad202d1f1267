"""Who of those at some addresses works in an organisation that takes part."""

from collections.abc import Iterable

from section11.directory.models import Membership
from section11.directory.queries.manageable import officers_partnership
from section11.directory.rules import tidy_email
from section11.lib.viewer import Viewer


def works_in(viewer: Viewer, emails: Iterable[str]) -> dict[str, str]:
    """By address, the name here of the organisation in which that person works now, the latest where there are several.

    For the partnership's officers; one SQL statement.
    """
    working = Membership.objects.filter(
        unit__organisation__participations__partnership=officers_partnership(viewer),
        person__email__in={tidy_email(email) for email in emails},
        ended_at__isnull=True,
    )
    return dict(working.order_by("started_at", "pk").values_list("person__email", "unit__organisation__participations__name"))
