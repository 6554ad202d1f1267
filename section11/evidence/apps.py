from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "section11.evidence"
    label = "evidence"
