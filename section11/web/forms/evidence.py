"""The form for a piece of evidence."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from section11.evidence.queries import Evidence
from section11.evidence.rules.uploads import TAKEN_WORDS


class EvidenceForm(forms.Form):
    """A piece that is there already, a file, a link, or a reference that says where something is kept."""

    kind = forms.ChoiceField(
        label="What is it?", widget=forms.RadioSelect, error_messages={"required": "Choose what kind of evidence this is"}
    )
    existing = forms.ChoiceField(label="Which one?", required=False)
    file = forms.FileField(
        label="Choose a file",
        required=False,
        allow_empty_file=True,
        max_length=None,
        help_text=f"{TAKEN_WORDS}, up to 25 MB. No names or details of children.",
    )
    link = forms.CharField(label="Web address", required=False, max_length=2000, help_text="It starts with https://")
    where = forms.CharField(
        label="Where is it kept?",
        required=False,
        max_length=2000,
        help_text="For example: Staff handbook, page 12, in the office",
    )
    title = forms.CharField(label="Name of this evidence", required=False, help_text="For example: Safeguarding policy, September 2026")

    def __init__(self, *args: Any, takes_files: bool, existing: Sequence[Evidence], **options: Any) -> None:
        super().__init__(*args, **options)
        kinds = [("file", "A file"), ("link", "A link to a web page"), ("reference", "A reference: say where it is kept")]
        if not takes_files:
            kinds = kinds[1:]
        if existing:
            kinds.insert(0, ("existing", "Something you added before"))
        cast(forms.ChoiceField, self.fields["kind"]).choices = kinds
        cast(forms.ChoiceField, self.fields["existing"]).choices = [("", "Choose"), *((str(e.item_id), e.title) for e in existing)]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        kind = data.get("kind")
        if kind == "existing" and not data.get("existing"):
            self.add_error("existing", "Choose which piece of evidence")
        if kind == "file" and not data.get("file"):
            self.add_error("file", "Choose a file")
        return data
