"""`section11 scheduler`: sends the emails that are due and keeps house."""

import signal
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from section11.jobs.chores import CHORES
from section11.jobs.scheduler import Scheduler
from section11.lib import clock


class Command(BaseCommand):
    help = "Send the emails that are due and keep house, until stopped (SIGTERM or Ctrl-C; the email under way is finished first)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do everything once, then end")

    def handle(self, *, once: bool, **options: Any) -> None:
        """Run the loop of chores. Several at once do no harm: each email is claimed before it is sent."""
        scheduler = Scheduler(CHORES)
        if once:
            scheduler.tick(clock.now())
            return
        for stopping in (signal.SIGTERM, signal.SIGINT):
            signal.signal(stopping, lambda *_: scheduler.stop.set())
        self.stdout.write("Sending what is due. Stop with Ctrl-C.")
        scheduler.run()
