"""One page with every macro on it, as the gallery tests render and look at."""

from datetime import date
from pathlib import Path
from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.template import engines
from django.test import RequestFactory
from django.utils.datastructures import MultiValueDict

from section11.lib.paging import Page
from section11.web.components.charts import Row
from section11.web.components.cycle_menu import CycleMenu
from section11.web.components.navigation import Link
from section11.web.forms.fields import LondonDateField

LEVELS = [("met", "Met"), ("partial", "Partly met"), ("unmet", "Not met")]


class GalleryForm(forms.Form):
    """A field of each kind."""

    name = forms.CharField(label="Name", help_text="As people know it", max_length=100)
    share = forms.IntegerField(label="Share")
    about = forms.CharField(label="About you", widget=forms.Textarea, max_length=1000, required=False)
    sector = forms.ChoiceField(label="Sector", choices=[("", "Any"), ("school", "School"), ("health", "Health")])
    due = LondonDateField(what="the due date", label="Due date", help_text="For example, 31 3 2027", earliest=date(2026, 10, 5))
    level = forms.ChoiceField(label="Level", choices=LEVELS, widget=forms.RadioSelect)
    duties = forms.MultipleChoiceField(
        label="Why", choices=[("contract", "Contract"), ("choice", "Choice")], widget=forms.CheckboxSelectMultiple
    )
    agreed = forms.BooleanField(label="I have read it", help_text="All of it")
    sheet = forms.FileField(label="Sheet")


class OtherForm(forms.Form):
    """The same kinds again, for `field`, which chooses by itself."""

    email = forms.EmailField(label="Email address", widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}))
    note = forms.CharField(label="Note", widget=forms.Textarea)
    kind = forms.ChoiceField(label="Kind", choices=LEVELS)
    pick = forms.ChoiceField(label="Pick", choices=LEVELS, widget=forms.RadioSelect)
    picks = forms.MultipleChoiceField(label="Picks", choices=LEVELS, widget=forms.CheckboxSelectMultiple)
    tick = forms.BooleanField(label="Tick")
    day = LondonDateField(what="the day", label="Day")
    file = forms.FileField(label="File")
    token = forms.CharField(widget=forms.HiddenInput)


def gallery(data: dict[str, Any] | None = None, *, query: str = "sector=school&sort=-due&page=3", **context: Any) -> str:
    """The page; `data` binds its form."""
    request = RequestFactory().get(f"/gallery?{query}")
    files: MultiValueDict[str, UploadedFile[Any]] | None = (
        MultiValueDict({"sheet": [SimpleUploadedFile("a.csv", b"")]}) if data is not None else None
    )
    return str(
        engines["jinja2"]
        .from_string(Path(__file__).with_name("gallery.html").read_text())
        .render(
            {
                "request": request,
                "get_messages": lambda _: [],
                "form": GalleryForm(data, files, initial={"level": "met", "duties": ["choice"], "due": date(2027, 3, 31)}),
                "other": OtherForm(initial={"token": "abc"}, prefix="other"),
                "person": None,
                "demo": True,
                "csp_nonce": "",
                "home_address": "/",
                "sign_in_address": "/sign-in",
                "footer_links": [("Help", "/help")],
                "place_name": "Riverside Safeguarding Children Partnership",
                "navigation": [Link("Today", "/p/riverside/", "page"), Link("Figures", "/p/riverside/figures")],
                "menu_of_cycle": lambda cycle: CycleMenu(
                    groups=(Link("Prepare", "/p/riverside/cycles/1"), Link("Watch", "/p/riverside/cycles/1/register", "true")),
                    chosen="Watch",
                    lines=(Link("Register of returns", "/p/riverside/cycles/1/register", "page"),),
                    is_running=False,
                ),
                "page": Page(rows=[1] * 50, number=3, total=366),
                "rows": [Row("Schools", 17, 20, "85%"), Row("Charities and community groups", 41, 82, "50%"), Row("None", 0, 0, "")],
                "stack_rows": [
                    (
                        "1 Leadership and accountability",
                        [("met", 120), ("partial", 40), ("unmet", 12), ("not_applicable", 8), ("unanswered", 20)],
                    ),
                    (
                        "4 Children are heard when services are planned, and those who run them can say what changed because of it",
                        [("met", 20), ("partial", 90), ("unmet", 60), ("not_applicable", 1), ("unanswered", 29)],
                    ),
                ],
                "keys": [*LEVELS, ("not_applicable", "Not applicable"), ("unanswered", "Not answered")],
                **context,
            }
        )
    )
