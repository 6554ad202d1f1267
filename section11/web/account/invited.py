"""Where the link in an email leads. A GET consumes nothing and signs nobody in: mail scanners follow links, too."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from section11.directory.queries.invited_links import LinkProblem, read_invited_token
from section11.directory.queries.persons import person_of_ref
from section11.web.account.local_path import local_path
from section11.web.account.send_code import TOO_OFTEN, masked, send_code
from section11.web.account.sign_in import code_address


def invited(request: HttpRequest, token: str) -> HttpResponse:
    """Says who invites whom to what; the button sends a code to the invited address, and to no other."""
    link = read_invited_token(token)
    if isinstance(link, LinkProblem):
        return render(request, "account/invited_problem.html", {"expired": link is LinkProblem.EXPIRED}, status=404)
    person = person_of_ref(link.person_ref)
    if person is None:
        return render(request, "account/invited_problem.html", {"expired": True}, status=404)
    going_to = local_path(link.page) or "/start"
    if request.user.is_authenticated and request.user.pk == person.pk:
        return redirect(going_to)
    problems = {}
    if request.method == "POST":
        if request.user.is_authenticated:
            logout(request)
        if send_code(request, person.email, invited=True):
            return redirect(code_address(going_to))
        problems = {"": TOO_OFTEN}
    context = {"link": link, "email": masked(person.email), "problems": problems, "token": token}
    return render(request, "account/invited.html", context, status=429 if problems else 200)
