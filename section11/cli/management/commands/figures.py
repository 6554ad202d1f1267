import json

from django.core.management.base import BaseCommand, CommandParser

from section11.analysis.dataset import Basis
from section11.analysis.figures.compute import compute
from section11.analysis.figures.file import figures_file
from section11.analysis.queries.dataset import EACH, cycle_dataset
from section11.cli.telling import tell, within
from section11.lib.errors import Absent, Refused
from section11.standards.vocabulary import Audience


class Command(BaseCommand):
    help = "Print the figures of an audit as a figures file (docs/formats)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("partnership", metavar="PARTNERSHIP")
        parser.add_argument("cycle", metavar="CYCLE")
        parser.add_argument("--basis", choices=[basis.value for basis in Basis], default=Basis.SELF.value, help="whose levels count")

        parser.add_argument("--audience", choices=[one.value for one in EACH], help="count only the statements for these; all if left out")

    def handle(self, *args: object, partnership: str, cycle: str, basis: str, audience: str | None, **options: object) -> None:
        """Compute and print them."""
        try:
            data = cycle_dataset(within(self, "figures", partnership), cycle, Basis(basis), Audience(audience) if audience else None)
        except Absent:
            tell(self, Refused(f"{partnership} has no cycle {cycle} that has opened"))
        self.stdout.write(json.dumps(figures_file(compute(data)), indent=1, ensure_ascii=False))
