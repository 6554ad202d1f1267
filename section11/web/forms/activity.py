"""What the activity pages are filtered by."""

from collections.abc import Mapping
from typing import Any

from django import forms

from section11.web.forms.fields import LondonDateField


class ActivityFilterForm(forms.Form):
    """Which events to show. All may be empty; a day that cannot be read is said to be, and filters nothing."""

    since = LondonDateField(required=False, what="the first day", label="From")
    until = LondonDateField(required=False, what="the last day", label="To")

    def __init__(self, *args: Any, groups: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"] = forms.ChoiceField(label="About", required=False, choices=[("", "Everything"), *groups.items()])
