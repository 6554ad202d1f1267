import os
import sys

from django.core.management import call_command
from django.core.management.base import BaseCommand

GUNICORN = [sys.executable, "-m", "gunicorn", "--config", "python:section11.config.gunicorn"]


class Command(BaseCommand):
    help = "Serve the pages with gunicorn, and nothing else (worker and scheduler are commands of their own)."
    requires_system_checks = ()

    def handle(self, *args: object, **options: object) -> None:
        """Gather the static files of this version, then become gunicorn; its settings are in section11/config/gunicorn.py."""
        call_command("collectstatic", interactive=False, verbosity=0)
        os.execv(GUNICORN[0], GUNICORN)
