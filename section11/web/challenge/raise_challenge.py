"""Raise a challenge on a statement, a standard or an action of a submission."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.challenge.operations.raise_challenge import raise_challenge as raise_
from section11.challenge.queries.marks import marks
from section11.lib import clock
from section11.lib.errors import Refused
from section11.returns.queries.submission_view import submission as whole
from section11.web.challenge.about_words import AboutWords, about_words
from section11.web.components.problems import add_problems
from section11.web.forms.challenge import ABOUT_KINDS, ChallengeForm
from section11.web.request import PageRequest


def raise_challenge(request: PageRequest, partnership: str, reference: str) -> HttpResponse:
    """GET shows what is challenged and asks what to say; POST raises it and goes back to where it was read."""
    view = whole(request.viewer, reference)
    if request.method == "GET" and "about" not in request.GET:
        return redirect("submission", partnership=partnership, reference=reference)  # where one chooses
    noted = marks(request.viewer, view.head.invitation_number)
    about = about_words(view, (request.POST if request.method == "POST" else request.GET).get("about", ""))
    levels = view.levels if about.answer else ()
    form = ChallengeForm(request.POST if request.method == "POST" else None, levels=levels, initial={"about": about.name})
    if request.method == "POST" and form.is_valid():
        try:
            raise_(request.viewer, reference, about.name, form.typed(), at=clock.now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, f"The challenge on {about.short} is raised. The return lead is told by email.")
            return redirect(where_read(partnership, reference, about))
    page = {
        "view": view,
        "marks": noted,
        "about": about,
        "form": form,
        "kind_hints": ABOUT_KINDS,
        "back": where_read(partnership, reference, about),
        "problem": noted.remit.problem(about.standard_ref),
    }
    return render(request, "challenge/raise_challenge.html", page, status=422 if form.errors else 200)


def where_read(partnership: str, reference: str, about: AboutWords) -> str:
    """The page on which it was read: the statement's own, or its place in the submission."""
    here = {"partnership": partnership, "reference": reference}
    if about.answer:
        return reverse("read_statement", kwargs={**here, "statement_ref": about.answer.ref})
    return f"{reverse('submission', kwargs=here)}{about.anchor}"
