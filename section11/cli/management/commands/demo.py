import time

from django.core.management.base import BaseCommand

from section11.cli.telling import tell
from section11.lib import clock
from section11.lib.errors import Refused
from section11.lib.viewer import system_viewer
from section11.transfer.demo.load_demo import load_demo
from section11.transfer.demo.people import demo_people


class Command(BaseCommand):
    help = "Load the demo once, and say who its people are."

    def handle(self, *args: object, **options: object) -> None:
        """Load what is not here yet, a partnership at a time; where all is here, only say so."""
        began = time.monotonic()
        loaded = []
        try:
            for slug in load_demo(system_viewer("demo"), at=clock.now()):
                loaded.append(slug)
                self.stdout.write(f"Demo: {slug} is there.")
                self.stdout.flush()
        except Refused as refused:
            tell(self, refused)
        took = f", loaded in {time.monotonic() - began:.0f} seconds" if loaded else " already"
        self.stdout.write(f"The demo is there{took}. Its people:")
        for person in demo_people():
            self.stdout.write(f"  {person.name}: {person.about}")
