import time
from datetime import datetime

from django.core.management.base import BaseCommand

from section11.cli.telling import tell
from section11.lib import clock
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer, system_viewer
from section11.notices.operations.make_due_emails import make_due_emails
from section11.notices.operations.note_sent_elsewhere import note_sent_elsewhere
from section11.transfer.demo.load_demo import load_demo
from section11.transfer.demo.people import demo_people


class Command(BaseCommand):
    help = "Load the demo once, and say who its people are."

    def handle(self, *args: object, **options: object) -> None:
        """Load what is not here yet, a partnership at a time; where all is here, only say so."""
        began = time.monotonic()
        loaded = []
        try:
            for slug in load_demo(system_viewer("demo"), at=clock.now(), after_day=send_nothing):
                loaded.append(slug)
                self.stdout.write(f"Demo: {slug} is there.")
                self.stdout.flush()
        except Refused as refused:
            tell(self, refused)
        took = f", loaded in {time.monotonic() - began:.0f} seconds" if loaded else " already"
        self.stdout.write(f"The demo is there{took}. Its people:")
        for person in demo_people():
            self.stdout.write(f"  {person.name}: {person.about}")


def send_nothing(viewer: Viewer, at: datetime) -> None:
    """The emails of a day long past are there to be read, as sent; none goes out. Those of yesterday are left to the scheduler."""
    make_due_emails(at=at)
    note_sent_elsewhere(viewer, at=at)
