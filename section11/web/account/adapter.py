"""How allauth does its part here: nobody signs up, mail is plain text in our words."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Persons exist by invitation only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
