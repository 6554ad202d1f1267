"""Shows a form with what its person posted to it while they were signed out."""

from collections.abc import Mapping
from typing import Any

from django import forms

from section11.lib.clock import now
from section11.lib.errors import Absent
from section11.returns.operations.release_held_post import release_held_post
from section11.returns.queries.held_posts import held_posts
from section11.web.forms.fields import PARTS, LondonDateField
from section11.web.request import PageRequest

HELD = "held"  # the hidden field that says which kept post a form shows


def held_initial(request: PageRequest, form: type[forms.Form]) -> dict[str, Any]:
    """The newest post kept for this page, as the form's initial values, with its number; empty when there is none."""
    if request.method != "GET":
        return {}
    kept = held_posts(request.viewer, at=now(), path=request.path)
    return {HELD: kept[0].held_id, **_values(kept[0].fields, form)} if kept else {}


def release_held_form(request: PageRequest) -> None:
    """Let the kept post go that the saved form showed."""
    number = request.POST.get(HELD, "")
    if number.isascii() and number.isdecimal() and len(number) < 18:
        try:
            release_held_post(request.viewer, int(number))
        except Absent:
            return


def _values(fields: Mapping[str, list[str]], form: type[forms.Form]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, field in form.base_fields.items():
        if isinstance(field, LondonDateField):
            found[name] = [(fields.get(f"{name}-{part}") or [""])[-1] for part in PARTS]
        elif isinstance(field, forms.MultipleChoiceField):
            found[name] = fields.get(name, [])
        elif isinstance(field, forms.BooleanField):
            found[name] = bool(fields.get(name))
        elif fields.get(name):
            found[name] = fields[name][-1]
    return found
