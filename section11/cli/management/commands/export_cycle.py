import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser

from section11.cli.telling import tell, within
from section11.lib.errors import Absent, Refused
from section11.transfer.cycle_file.write_file import cycle_document


class Command(BaseCommand):
    help = "Take a whole audit with its returns out as a cycle file (docs/formats), printed or kept in a file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("partnership", metavar="PARTNERSHIP")
        parser.add_argument("cycle", metavar="CYCLE")
        parser.add_argument("--output", type=Path, metavar="FILE", help="keep it in this file")

    def handle(self, *args: object, partnership: str, cycle: str, output: Path | None, **options: object) -> None:
        """Print the cycle's document, or keep it."""
        try:
            document = cycle_document(within(self, "export", partnership), partnership, cycle)
        except Absent:
            tell(self, Refused(f"{partnership} has no cycle {cycle} that has opened"))
        text = json.dumps(document, indent=1, ensure_ascii=False)
        if output is None:
            self.stdout.write(text)
            return
        try:
            output.write_text(f"{text}\n", encoding="utf-8")
        except OSError as error:
            tell(self, Refused(f"{output}: {error.strerror}"))
        self.stdout.write(f"Kept in {output}")
