"""Sends a sign-in code, as often as is sensible. Uses allauth's own flow, of which its views are a thin coat."""

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.core import ratelimit
from django.http import HttpRequest

from section11.directory.queries.persons import person_who_may_sign_in

TOO_OFTEN = "You have asked for several codes. Wait a few minutes, then try again"


def send_code(request: HttpRequest, email: str, *, invited: bool = False) -> bool:
    """Start a sign-in for that address and send its code; False when it was asked for too often.

    An unknown address, a closed account or a person without a role anywhere gets no code, and the page looks the same.
    `invited`: the address came from a link and not from the person, so that the next page must not show it whole.
    """
    if not ratelimit.consume(request, action="request_login_code", key=email):
        return False
    process = LoginCodeVerificationProcess.initiate(request=request, user=person_who_may_sign_in(email), email=email)
    process.state["invited"] = invited
    process.persist()
    return True


def masked(email: str) -> str:
    """`j•••@school.example`."""
    name, _, host = email.partition("@")
    return f"{name[:1]}•••@{host}"
