"""The forms of sign-off."""

from collections.abc import Sequence
from typing import Any

from django import forms

from section11.directory.queries.people import MemberRow


class AskSignOffForm(forms.Form):
    """Who approves the return: a signatory there is, somebody new, or the lead themselves."""

    who = forms.ChoiceField(
        label="Who is the accountable senior person?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who signs this return off"},
    )
    name = forms.CharField(label="Their name", required=False, max_length=200)
    email = forms.EmailField(label="Their email address", required=False, help_text="We email them a link of their own")

    def __init__(self, *args: Any, signatories: Sequence[MemberRow], **options: Any) -> None:
        super().__init__(*args, **options)
        who = self.fields["who"]
        if isinstance(who, forms.ChoiceField):
            who.choices = [
                *((str(m.membership_id), f"{m.name} ({m.email})") for m in signatories if not m.is_viewer),
                ("new", "Somebody else"),
                ("self", "I am the accountable senior person myself"),
            ]

    @property
    def member_id(self) -> int:
        """The membership chosen; 0 when it is somebody new or oneself."""
        who = self.cleaned_data["who"]
        return int(who) if who.isdecimal() else 0

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("who") == "new":
            if not data.get("name"):
                self.add_error("name", "Enter their name")
            if not data.get("email") and "email" not in self.errors:
                self.add_error("email", "Enter their email address")
        return data


class SignOffForm(forms.Form):
    """The signatory's answer."""

    decision = forms.ChoiceField(
        label="Do you approve this return?",
        widget=forms.RadioSelect,
        choices=[
            ("approve", "Yes. It is a fair account of our arrangements, and I answer for it"),
            ("send-back", "Not yet. I want something changed first"),
        ],
        error_messages={"required": "Choose whether you approve this return"},
    )
    job_title = forms.CharField(
        label="Your role", required=False, max_length=200, help_text="For example: Headteacher, Chair of trustees, Senior partner"
    )
    note = forms.CharField(label="What should change?", required=False, widget=forms.Textarea, max_length=5000)
    read = forms.CharField(required=False, widget=forms.HiddenInput)


class MarkForm(forms.Form):
    """Why a whole standard does not apply."""

    reason = forms.CharField(required=False)
