import sys
from typing import Any

from django.core.management.commands import check

from section11.transfer.edition_file.check_words import library_problems


class Command(check.Command):
    help = "Check the settings as Django does, and the words of the library: every part there, plain, its own, nobody else's."

    def handle(self, *labels: Any, **options: Any) -> None:
        """Django's checks first; the library's unless only some apps or tags were asked for."""
        super().handle(*labels, **options)
        if labels or options.get("tags") or options.get("list_tags"):
            return
        problems = library_problems()
        for problem in problems:
            self.stderr.write(problem)
        if problems:
            sys.exit(1)
        self.stdout.write("The words of the library are as promised.")
