from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "section11.returns"
    label = "returns"
