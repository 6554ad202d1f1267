from django.apps import AppConfig


class TransferConfig(AppConfig):
    name = "section11.transfer"
    label = "transfer"
