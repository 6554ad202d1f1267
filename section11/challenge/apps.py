from django.apps import AppConfig


class ChallengeConfig(AppConfig):
    name = "section11.challenge"
    label = "challenge"
