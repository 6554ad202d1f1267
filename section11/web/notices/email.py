"""One email that went out for a partnership, or did not."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.lib.errors import Refused
from section11.notices.operations.note_bounce import note_bounce
from section11.notices.operations.resend_email import resend_email
from section11.notices.queries import own_email
from section11.web.request import PageRequest

DO = {
    "": (resend_email, "The email will be sent again in a moment"),
    "came-back": (note_bounce, "It is noted that this email came back"),
}


def email(request: PageRequest, partnership: str, email_id: int) -> HttpResponse:
    """For the partnership's officers, and its scrutineer to read.

    A POST sends one again that failed, or may not have gone, or says that it came back.
    """
    if request.method == "POST":
        operation, done = DO["came-back" if request.POST.get("step") == "came-back" else ""]
        try:
            operation(request.viewer, email_id, at=clock.now())
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, done)
        return redirect("email", partnership=partnership, email_id=email_id)
    return render(request, "notices/email.html", {"email": own_email(request.viewer, email_id)})
