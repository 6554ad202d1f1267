from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "section11.standards"
    label = "standards"
