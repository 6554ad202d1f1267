"""Does what a form asks for, and keeps what was typed when it cannot be done."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms

from section11.lib.errors import Conflict, Refused
from section11.web.account.held_form import release_held_form
from section11.web.components.problems import add_problems
from section11.web.request import PageRequest


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a post. Nothing was posted: not saved, no conflict, status 200."""

    saved: bool = False
    conflict: Conflict | None = None
    status: int = 200


def tried(request: PageRequest, form: forms.Form, act: Callable[[], object]) -> Tried:
    """Do it, if the form was posted and is right. After a conflict the form stands on the version that won."""
    if request.method != "POST":
        return Tried()
    if not form.is_valid():
        return Tried(status=422)
    try:
        act()
    except Conflict as faster:
        data = request.POST.copy()
        data["version"] = str(faster.version)
        form.data = data
        return Tried(conflict=faster, status=409)
    except Refused as refused:
        add_problems(form, refused.problems)
        return Tried(status=422)
    release_held_form(request)
    return Tried(saved=True)
