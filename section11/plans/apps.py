from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "section11.plans"
    label = "plans"
