from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Load the demo once, and say who its people are."

    def handle(self, *args: object, **options: object) -> None:
        """Nothing yet: the demo's data is still to come."""
        self.stdout.write("The demo has no data yet.")
