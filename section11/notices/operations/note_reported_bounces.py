"""Keep which emails came back, by the delivery reports that mail servers sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from section11.lib.errors import Absent
from section11.lib.viewer import SystemViewer, Viewer
from section11.notices.bounce_reports import Report
from section11.notices.came_back import keep_that_it_came_back
from section11.notices.models import Email


@dataclass(frozen=True, slots=True)
class Noted:
    """What became of the reports."""

    noted: int  # emails that came back, told for the first time
    known: int  # known already
    passed_over: int  # not about an email of ours to that address


def note_reported_bounces(viewer: Viewer, reports: Iterable[Report], *, at: datetime) -> Noted:
    """Mark each email that a report says came back, and its person; the product itself only.

    A report counts when it names the Message-ID of an email of ours and, where it names an address at all, the one that
    email went to. Reading a report twice changes nothing.
    """
    if not isinstance(viewer, SystemViewer):
        raise Absent
    noted = known = passed_over = 0
    for report in reports:
        found = [email for email in Email.objects.filter(message_id__in=report.message_ids) if _is_about(report, email)]
        if not found:
            passed_over += 1
        for email in found:
            with transaction.atomic():
                if keep_that_it_came_back(viewer, email, report.words, at=at):
                    noted += 1
                else:
                    known += 1
    return Noted(noted, known, passed_over)


def _is_about(report: Report, email: Email) -> bool:
    return not report.recipients or email.to.lower() in report.recipients
