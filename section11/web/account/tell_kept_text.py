"""Tells a person that text of theirs is kept, with the way to it."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from section11.directory.queries import viewer_of_person
from section11.lib.clock import now
from section11.returns.queries.held_posts import held_posts

WORDS = "We kept what you typed while you were signed out, and did not save it. "
OUTDATED = "You signed in again since you opened that page, so we kept what you typed and did not save it. "
WAY = '{}<a class="govuk-notification-banner__link" href="{}">See all the text that we kept for you</a>'


def tell_kept_text(request: HttpRequest, words: str = WORDS) -> None:
    """Say it on the next page, where there is any. Some pages show it again in its place; all of it is at one address."""
    if request.user.is_authenticated and held_posts(viewer_of_person(request.user), at=now()):
        messages.warning(request, format_html(WAY, words, reverse("kept_text")))
