"""The forms of a panel: its day, its times, and what came of each. What is allowed is decided by the operations."""

import re
from collections.abc import Collection, Mapping
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from section11.challenge.rules.panel_text import OUTCOMES, PanelText, SlotText
from section11.challenge.vocabulary import SLOT_OUTCOME_WORDS
from section11.directory.rules import tidy
from section11.web.forms.directory import NOT_CHOSEN, Choices, one_of
from section11.web.forms.fields import LondonDateField

CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?", re.IGNORECASE)


class ClockField(forms.Field):
    """A time of day: `10:30`, `10.30`, `1030`, `2pm`, `2.30 pm`."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> time | None:
        if value is None or isinstance(value, time):
            return value
        typed = str(value).strip()
        if not typed:
            return None
        found = CLOCK.fullmatch(typed)
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
        half = (found[3] or "").lower() if found else ""
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        elif half:
            hour = 99
        if hour > 23 or minute > 59:
            raise ValidationError("Enter a time, like 10:30 or 2:15pm")
        return time(hour, minute)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, time) else value


class VersionForm(forms.Form):
    """A form that knows what its person had before their eyes."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    @property
    def seen(self) -> int:
        """The version they saw."""
        return self.cleaned_data.get("version") or 0


class PanelForm(VersionForm):
    """What a panel is called, its day, its place and who sits on it."""

    title = forms.CharField(
        label="What is this panel called?", required=False, help_text="Organisations see it. For example, Panel of the schools"
    )
    held_on = LondonDateField(label="On which day?", what="the day of the panel", required=False)
    where = forms.CharField(label="Where?", required=False, help_text="A room and its address, or the link of a call. Organisations see it")

    def __init__(self, *args: Any, people: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["members"] = forms.MultipleChoiceField(
            label="Who sits on it?",
            required=False,
            help_text="Officers, reviewers and the scrutineer. Nobody gets the pack of an organisation that they belong to.",
            choices=[(str(one), name) for one, name in people.items()],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": "Choose members from the list"},
        )

    def text(self) -> PanelText:
        """What was typed, once valid."""
        data = self.cleaned_data
        members = frozenset(int(one) for one in data["members"])
        return PanelText(tidy(data["title"]), data["held_on"], tidy(data["where"]), members)


class SlotForm(VersionForm):
    """When a return has its time, and what will be asked. `writes_enquiry`: whether this person may write that."""

    starts = ClockField(label="When does it start?", required=False, help_text="London time, like 10:30")
    minutes = forms.IntegerField(label="How many minutes?", required=False, error_messages={"invalid": "Enter a whole number, like 45"})
    enquiry = forms.CharField(
        label="Lines of enquiry",
        required=False,
        widget=forms.Textarea,
        help_text="What the panel will ask, one a line. Members read it in the pack.",
    )
    shows_enquiry = forms.BooleanField(
        label="Show these lines to the organisation",
        required=False,
        help_text="On the page of its return, once it is told of the panel. Never in an email.",
    )

    def __init__(self, *args: Any, returns: Choices | None = None, writes_enquiry: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if returns is not None:
            choices = [NOT_CHOSEN, *returns]
            self.fields["invitation"] = one_of("Which return?", "Choose a return from the list", choices, widget=forms.Select)
            self.order_fields(["invitation"])
        if not writes_enquiry:
            del self.fields["enquiry"], self.fields["shows_enquiry"]

    def text(self, *, shown_before: bool = False) -> SlotText:
        """What was typed, once valid."""
        data = self.cleaned_data
        return SlotText(data["starts"], data["minutes"], data.get("enquiry"), data.get("shows_enquiry", shown_before))


class OutcomeForm(VersionForm):
    """What the panel made of a return."""

    outcome = one_of(
        "What did the panel make of it?",
        "Choose what the panel made of this return",
        [(one.value, SLOT_OUTCOME_WORDS[one]) for one in OUTCOMES],
    )
    note = forms.CharField(
        label="Note", required=False, widget=forms.Textarea, help_text="It goes into the draft of the letter, where you can change it."
    )


class AbsentForm(forms.Form):
    """Those of whom is said that nobody attended."""

    def __init__(self, *args: Any, missing: Collection[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if missing:
            self.fields["absent"] = forms.MultipleChoiceField(
                label="Who did not attend?",
                required=False,
                help_text="These have no outcome yet. Tick those from whom nobody came; go back and enter the outcome of the others.",
                choices=list(missing),
                widget=forms.CheckboxSelectMultiple,
                error_messages={"invalid_choice": "Somebody entered an outcome meanwhile. Look at the list again"},
            )

    def absent(self) -> set[int]:
        """The ids of their times."""
        return {int(one) for one in self.cleaned_data.get("absent", ())}
