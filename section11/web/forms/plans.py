"""Forms about actions under way."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from section11.evidence.queries import Evidence
from section11.evidence.rules.uploads import TAKEN_WORDS
from section11.plans.rules.updates import DoneText, ProgressText
from section11.plans.vocabulary import RAG_WORDS
from section11.web.forms.fields import LondonDateField


class VersionedForm(forms.Form):
    """A form that says which version of the action its person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    @property
    def seen(self) -> int:
        """That version; 0 when it was taken out."""
        return self.cleaned_data["version"] or 0


class ProgressForm(VersionedForm):
    """How an action is going, and a new date with its reason."""

    rag = forms.ChoiceField(label="How is it going?", required=False, widget=forms.RadioSelect, choices=list(RAG_WORDS.items()))
    progress = forms.CharField(label="Progress so far", required=False, widget=forms.Textarea)
    due = LondonDateField(label="By when?", what="the date by when", required=False)
    reason = forms.CharField(
        label="If you change the date, say why",
        required=False,
        widget=forms.Textarea,
        help_text="Your partnership reads this with the new date",
    )

    def text(self) -> ProgressText:
        """What was typed, once valid."""
        data = self.cleaned_data
        return ProgressText(data["progress"], data["rag"], data["due"], data["reason"])


class SupportForm(VersionedForm):
    """What support is wanted."""

    text = forms.CharField(
        label="What support would you like?",
        required=False,
        widget=forms.Textarea,
        help_text="For example: a trainer, an example from another organisation, or somebody to talk to",
    )


class ReplyForm(VersionedForm):
    """What support is given."""

    text = forms.CharField(
        label="What support can you give?", required=False, widget=forms.Textarea, help_text="The organisation reads this"
    )


class DropForm(forms.Form):
    """Why an action is taken out of the plan."""

    reason = forms.CharField(label="Why is it no longer needed?", required=False, widget=forms.Textarea)


class ConfirmForm(VersionedForm):
    """A note to the organisation with the confirmation."""

    note = forms.CharField(label="Anything you would like to say to the organisation? (optional)", required=False, widget=forms.Textarea)


class ReopenForm(VersionedForm):
    """What is still to be done."""

    reason = forms.CharField(
        label="What is still to be done?", required=False, widget=forms.Textarea, help_text="The organisation reads this"
    )


class FinishForm(VersionedForm):
    """What was done, who was better off, and what shows it: pieces that are there already, and one new one."""

    what = forms.CharField(label="What was done?", required=False, widget=forms.Textarea)
    better_off = forms.CharField(
        label="Who was better off, and how do you know?",
        required=False,
        widget=forms.Textarea,
        help_text="For example: what children, parents or staff now say or do. Name nobody.",
    )
    evidence = forms.MultipleChoiceField(label="What shows it? (optional)", required=False, widget=forms.CheckboxSelectMultiple)
    kind = forms.ChoiceField(label="Do you want to add something that shows it?", required=False, widget=forms.RadioSelect)
    file = forms.FileField(
        label="Choose a file",
        required=False,
        allow_empty_file=True,
        help_text=f"{TAKEN_WORDS}, up to 25 MB. No names or details of children.",
    )
    link = forms.CharField(label="Web address", required=False, max_length=2000, help_text="It starts with https://")
    where = forms.CharField(
        label="Where is it kept?", required=False, max_length=2000, help_text="For example: training record, in the office"
    )
    title = forms.CharField(label="Name of this evidence", required=False, help_text="For example: Training record, March 2027")

    def __init__(self, *args: Any, takes_files: bool, existing: Sequence[Evidence], **options: Any) -> None:
        super().__init__(*args, **options)
        kinds = [("none", "No"), ("link", "A link to a web page"), ("reference", "A reference: say where it is kept")]
        if takes_files:
            kinds.insert(1, ("file", "A file"))
        cast(forms.ChoiceField, self.fields["kind"]).choices = kinds
        self.initial.setdefault("kind", "none")
        self.offer(existing)

    def offer(self, existing: Sequence[Evidence]) -> None:
        """Let these pieces be chosen."""
        cast(forms.MultipleChoiceField, self.fields["evidence"]).choices = [(str(e.item_id), e.title) for e in existing]

    @property
    def adds(self) -> bool:
        """Whether something new comes with it."""
        return self.cleaned_data["kind"] not in ("", "none")

    def text(self) -> DoneText:
        """What was typed, once valid."""
        return DoneText(self.cleaned_data["what"], self.cleaned_data["better_off"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("kind") == "file" and not data.get("file"):
            self.add_error("file", "Choose a file")
        return data
