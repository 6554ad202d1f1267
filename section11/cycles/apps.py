from django.apps import AppConfig


class CyclesConfig(AppConfig):
    name = "section11.cycles"
    label = "cycles"
