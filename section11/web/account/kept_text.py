"""What a person typed while they were signed out: all of it, at one address."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.lib.clock import now
from section11.returns.operations.release_held_post import release_held_post
from section11.returns.queries.held_posts import held_posts
from section11.web.account.hold import texts_in_words
from section11.web.request import PageRequest


def kept_text(request: PageRequest) -> HttpResponse:
    """Open to anybody signed in: their own only. A post lets one text go."""
    if request.method == "POST":
        number = request.POST.get("held", "")
        release_held_post(request.viewer, int(number) if number.isascii() and number.isdigit() and len(number) < 18 else 0)
        messages.success(request, "That text is deleted.")
        return redirect("kept_text")
    texts = held_posts(request.viewer, at=now())
    words = {one.held_id: texts_in_words(one.fields.items()) for one in texts}
    return render(request, "account/kept_text.html", {"texts": texts, "words": words})
