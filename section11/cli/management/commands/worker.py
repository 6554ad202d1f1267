"""`section11 worker`: does the long work that pages start."""

import os
import secrets
import socket
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from section11.jobs.beating import beating


class Command(BaseCommand):
    help = "Do the background work that pages start, one task after another, until stopped (SIGTERM or Ctrl-C end it after the task)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--batch", action="store_true", help="do what is waiting, then end")

    def handle(self, *, batch: bool, verbosity: int, **options: Any) -> None:
        """Run django-tasks-db's worker under a name of our own, and say every few seconds that it lives."""
        worker_id = f"{socket.gethostname()[:32]}-{os.getpid()}-{secrets.token_hex(4)}"
        with beating(worker_id):
            call_command(
                "db_worker",
                worker_id=worker_id,
                queue_name="*",
                batch=batch,
                startup_delay=False,
                reload=False,
                verbosity=verbosity,
            )
