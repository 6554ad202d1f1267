"""Say that an email came back."""

from datetime import datetime

from django.db import transaction

from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.notices.came_back import keep_that_it_came_back
from section11.notices.models import Email
from section11.notices.queries import officers_email


def note_bounce(viewer: Viewer, email_id: int, *, at: datetime) -> None:
    """Say that an email of the partnership came back undelivered; its officers may.

    Until its address is put right, what is for that return lead goes to a deputy.
    """
    officers_email(viewer, email_id)
    with transaction.atomic():
        if not keep_that_it_came_back(viewer, Email.objects.get(pk=email_id), f"{viewer.name} said that it came back", at=at):
            raise Refused("This email has not been sent, or is known to have come back already")
