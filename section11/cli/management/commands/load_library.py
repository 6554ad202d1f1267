from django.core.management.base import BaseCommand

from section11.lib import clock
from section11.lib.viewer import system_viewer
from section11.transfer.operations.load_library import load_library


class Command(BaseCommand):
    help = "Publish the editions of audit tools, and the mappings between them, that ship with the product and are not here yet."

    def handle(self, *args: object, **options: object) -> None:
        """Publish them and name them."""
        for reference in load_library(system_viewer("library"), at=clock.now()):
            self.stdout.write(f"Published {reference}")
