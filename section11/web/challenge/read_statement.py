"""One statement of one submission, to read across: the next organisation's answer to it, or this one's next statement."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.marks import marks
from section11.returns.queries.neighbours import neighbours
from section11.returns.queries.submission_view import submission as whole
from section11.web.challenge.about_words import statement_words
from section11.web.forms.challenge import ABOUT_KINDS, ChallengeForm
from section11.web.request import PageRequest


def read_statement(request: PageRequest, partnership: str, reference: str, statement_ref: str) -> HttpResponse:
    """What was answered, what was noted, and the ways on: plain links, so that the keyboard reaches them in order."""
    view = whole(request.viewer, reference)
    about, answer = statement_words(view, statement_ref)
    around = neighbours(request.viewer, view.head, statement_ref)
    refs = [one.ref for standard in view.standards for one in standard.answers]
    place = refs.index(statement_ref)
    page = {
        "view": view,
        "about": about,
        "answer": answer,
        "marks": marks(request.viewer, view.head.invitation_number),
        "neighbours": around,
        "is_latest": around.is_latest(view.head.number),
        "ref_before": refs[place - 1] if place else "",
        "ref_after": refs[place + 1] if place + 1 < len(refs) else "",
        "challenge_form_fields": ChallengeForm(levels=view.levels, initial={"about": about.name}),
        "kind_hints": ABOUT_KINDS,
    }
    return render(request, "challenge/read_statement.html", page)
