"""What is kept about the people who use the service, and why; what each of their partnerships says of it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from section11.directory.queries import viewer_of_person
from section11.directory.queries.privacy import privacy_of, privacy_of_own
from section11.directory.queries.registrations import taking_registrations


@require_safe
def privacy_notice(request: HttpRequest) -> HttpResponse:
    """Open to all. Who is signed in reads what their partnerships say; a stranger that of one they choose, if it takes registrations."""
    chosen = request.GET.get("partnership", "")
    said = privacy_of_own(viewer_of_person(request.user)) if request.user.is_authenticated else []
    if chosen:
        said = [one for one in said if one.slug == chosen] or [privacy_of(chosen)]
    page = {"said": said, "choices": [] if said else taking_registrations(), "session_hours": settings.SESSION_COOKIE_AGE // 3600}
    return render(request, "public/privacy_notice.html", page)
