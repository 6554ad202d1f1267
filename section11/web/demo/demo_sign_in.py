"""Signs in as one of the demo people with a click."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from section11.directory.queries.persons import person_of_ref
from section11.lib.errors import Absent
from section11.web.account.local_path import next_path
from section11.web.account.tell_kept_text import tell_kept_text


@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Open to all where the demo is switched on."""
    person = person_of_ref(request.POST.get("person", ""))
    if person is None:
        raise Absent
    login(request, person)
    tell_kept_text(request)
    return redirect(next_path(request) or "start_here")
