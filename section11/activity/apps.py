from django.apps import AppConfig


class ActivityConfig(AppConfig):
    name = "section11.activity"
    label = "activity"
