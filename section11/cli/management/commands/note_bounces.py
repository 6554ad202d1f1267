import sys

from django.core.management.base import BaseCommand

from section11.lib import clock
from section11.lib.viewer import system_viewer
from section11.lib.words import plural
from section11.notices.bounce_reports import bounce_reports
from section11.notices.operations.note_reported_bounces import note_reported_bounces


class Command(BaseCommand):
    help = "Read delivery reports (one email, or an mbox of many) from standard input, and mark the emails that came back."

    def handle(self, *args: object, **options: object) -> None:
        """Read them all, and say how many there were."""
        found = note_reported_bounces(system_viewer("note-bounces"), bounce_reports(sys.stdin.buffer), at=clock.now())
        self.stdout.write(
            f"{plural(found.noted, 'email')} came back, {found.known:,} known before; "
            f"{plural(found.passed_over, 'report')} about no email of ours to that address"
        )
