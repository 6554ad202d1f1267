from django.apps import AppConfig


class CliConfig(AppConfig):
    name = "section11.cli"
    label = "cli"
