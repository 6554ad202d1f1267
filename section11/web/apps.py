from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "section11.web"
    label = "web"
