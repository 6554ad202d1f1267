"""How allauth does its part here: nobody signs up, mail is plain text in our words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from section11.web.account.local_path import local_path
from section11.web.account.send_unnoticed import send_unnoticed

CODE_EMAIL = "account/email/login_code"
SUBJECT = "Your sign-in code"
BODY = """Your sign-in code is

    {code}

Enter it on the page that asked for it. It works once, for 15 minutes.

If you did not ask for a code, do nothing: nobody can sign in without it.

Do not pass it on. Nobody who works on this service will ask you for it.

{address}
"""


class AccountAdapter(DefaultAccountAdapter):
    """Persons exist by invitation only; they sign in with a code and go to addresses of this product only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Whether somebody may be sent there after sign-in."""
        return local_path(url) != ""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a sign-in code; nothing else of allauth's is ever sent. The demo prints it, too."""
        if template_prefix != CODE_EMAIL:
            return
        body = BODY.format(code=context["code"], address=settings.PUBLIC_URL)
        send_unnoticed(EmailMessage(SUBJECT, body, settings.DEFAULT_FROM_EMAIL, [email]))
        if settings.DEMO:
            print(f"Sign-in code for {email}: {context['code']}", flush=True)

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Our pages say what happened, in our words."""

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        """An account closed while its code was on the way signs nobody in."""
        return redirect("sign_in")
