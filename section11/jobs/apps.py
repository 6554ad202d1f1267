from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "section11.jobs"
    label = "jobs"
