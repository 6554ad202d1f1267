from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser

from section11.cli.telling import tell
from section11.lib import clock
from section11.lib.errors import Refused
from section11.lib.viewer import system_viewer
from section11.lib.words import plural
from section11.transfer.count_rows import count_rows
from section11.transfer.operations.import_cycle import import_cycle
from section11.transfer.operations.load_library import load_library


class Command(BaseCommand):
    help = "Bring in a whole audit with its returns from a cycle file (docs/formats). Tells all that is wrong, and then keeps nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: object, file: Path, **options: object) -> None:
        """Import the file; its partnership is made where there is none."""
        try:
            data = file.read_bytes()
        except OSError as error:
            tell(self, Refused(f"{file}: {error.strerror}"))
        load_library(system_viewer("library"), at=clock.now())  # which the file may name an edition of
        try:
            came = import_cycle(system_viewer("import"), data, at=clock.now())
        except Refused as refused:
            tell(self, refused)
        count_rows()
        told = f"{plural(came.invitations, 'invitation')} and {plural(came.submissions, 'submission')}"
        self.stdout.write(f"{came.partnership} {came.cycle}: {told} came in. The audit is closed.")
