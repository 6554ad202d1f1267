"""The form of a letter."""

from django import forms

from section11.challenge.rules.letter_body import LONGEST_LETTER
from section11.web.forms.panels import VersionForm


class LetterForm(VersionForm):
    """The text of a letter, in Markdown."""

    body = forms.CharField(
        label="The letter",
        required=False,
        max_length=LONGEST_LETTER,
        widget=forms.Textarea,
        help_text="A line that begins with ## is a heading, one with - a point of a list. **Two stars** make words bold.",
        error_messages={"max_length": f"Shorten the letter to {LONGEST_LETTER:,} characters or fewer"},
    )
