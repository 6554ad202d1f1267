from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "section11.directory"
    label = "directory"
