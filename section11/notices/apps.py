from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "section11.notices"
    label = "notices"
