from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from section11.directory.operations.open_partnership import open_partnership
from section11.directory.vocabulary import PartnershipKind
from section11.lib import clock, words
from section11.lib.errors import Refused
from section11.lib.viewer import system_viewer


class Command(BaseCommand):
    help = "Open a partnership with its first officer, who then signs in with a code sent to that address."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", help="the partnership's name")
        parser.add_argument("--slug", help="its part of the address, like riverside (made from the name when left out)")
        parser.add_argument("--kind", choices=[kind.value for kind in PartnershipKind], default=PartnershipKind.CHILDREN.value)
        parser.add_argument("--officer-name", help="the first officer's name")
        parser.add_argument("--officer-email", help="the first officer's email address")

    def handle(self, *args: object, **options: str) -> None:
        """Ask for what was not given, then open the partnership; every problem is told at once."""
        name = options["name"] or input("Name of the partnership: ")
        officer_name = options["officer_name"] or input("Name of its first officer: ")
        officer_email = options["officer_email"] or input("Email address of the first officer: ")
        try:
            made = open_partnership(
                system_viewer("init"),
                slug=options["slug"] or words.slug(name),
                name=name,
                kind=options["kind"],
                officer_name=officer_name,
                officer_email=officer_email,
                at=clock.now(),
            )
        except Refused as refused:
            raise CommandError("\n".join(f"{field}: {problem}" for field, problem in refused.problems.items())) from None
        self.stdout.write(f"{made.name} is open. {officer_name} signs in at {settings.PUBLIC_URL}{settings.LOGIN_URL}")
