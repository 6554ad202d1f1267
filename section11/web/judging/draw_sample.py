"""Draw returns at random, to be read whatever they say."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.challenge.operations.draw_sample import draw_sample as draw
from section11.challenge.queries.triage import TriageFilter, triage
from section11.lib import clock
from section11.lib.errors import Refused
from section11.lib.words import plural
from section11.web.components.problems import add_problems
from section11.web.forms.judging import SampleForm
from section11.web.request import PageRequest


def draw_sample(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers."""
    found = triage(request.viewer, cycle, TriageFilter(), page="1")
    form = SampleForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            count = draw(request.viewer, cycle, form.cleaned_data["size"], at=clock.now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, f"{plural(count, 'return')} drawn")
            return redirect(f"{reverse('triage', kwargs={'partnership': partnership, 'cycle': cycle})}?reason=sample")
    return render(request, "judging/draw_sample.html", {"found": found, "form": form}, status=422 if form.errors else 200)
