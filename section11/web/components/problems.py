"""All problems of a page for its error summary: where each is and what to do."""

from collections.abc import Mapping
from typing import Any

from django import forms

WHOLE = ("", "__all__")


def problems_of(source: forms.BaseForm | Mapping[str, Any]) -> list[tuple[str, str]]:
    """(id of the element, text) for each problem of a form, or of `{field: text or texts}`; no id for the whole page's."""
    if isinstance(source, forms.BaseForm):
        return [(anchor(source, name), text) for name, texts in source.errors.items() for text in map(str, texts)]
    found = []
    for name, value in source.items():
        texts = [value] if isinstance(value, str) else list(value)
        found += [("" if name in WHOLE else f"id_{name}", text) for text in texts]
    return found


def anchor(form: forms.BaseForm, name: str) -> str:
    """The id of a field's first control; empty for the form as a whole."""
    return "" if name in WHOLE else (form[name].id_for_label or form[name].auto_id)


def add_problems(form: forms.BaseForm, problems: Mapping[str, str]) -> None:
    """Put what an operation refused at the fields it names; what names no field of this form goes on top, the rest as they stand."""
    fields = list(form.fields)
    for name, text in sorted(problems.items(), key=lambda one: fields.index(one[0]) if one[0] in fields else -1):
        form.add_error(name if name in form.fields else None, text)
