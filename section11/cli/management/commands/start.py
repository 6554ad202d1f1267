import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections

from section11.cli.management.commands.serve import GUNICORN
from section11.cli.supervisor import supervise

PARTS = {
    "web": GUNICORN,
    "worker": [sys.executable, "-m", "section11.cli.main", "worker", "--verbosity=0"],
    "scheduler": [sys.executable, "-m", "section11.cli.main", "scheduler"],
}


class Command(BaseCommand):
    help = "Bring the database up to date and run web, worker and scheduler together until Ctrl-C; with SECTION11_DEMO=1 also the demo."
    requires_system_checks = ()

    def handle(self, *args: object, **options: object) -> None:
        """Migrate, gather static files, publish the library, load the demo once, then run all parts; if one dies, all end."""
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("load_library", stdout=self.stdout)
        if settings.DEMO:
            call_command("demo", stdout=self.stdout)
        self.stdout.flush()
        connections.close_all()
        sys.exit(supervise(PARTS))
