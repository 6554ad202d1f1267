import sys

from django.core.management.base import BaseCommand, CommandParser

from section11.activity.queries.verify import verify_streams
from section11.cli.telling import tell
from section11.lib.errors import Refused
from section11.lib.viewer import system_viewer
from section11.lib.words import plural


class Command(BaseCommand):
    help = "Check that the activity record is whole: no event edited, deleted, reordered or cut off. Ends with 1 when it is not."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("stream", metavar="STREAM", nargs="?", default="", help="one stream only, like partnership:7")

    def handle(self, *args: object, stream: str, **options: object) -> None:
        """Check every stream and tell of the broken ones."""
        found = verify_streams(system_viewer("verify"), stream)
        if stream and not found:
            tell(self, Refused(f"there is no stream {stream}"))
        broken = [one for one in found if one.fault]
        for one in broken:
            self.stderr.write(f"{one.stream}: {one.fault}")
        events = plural(sum(one.length for one in found), "event")
        self.stdout.write(f"{plural(len(found), 'stream')}, {events}: {f'{len(broken)} broken' if broken else 'whole'}")
        if broken:
            sys.exit(1)
