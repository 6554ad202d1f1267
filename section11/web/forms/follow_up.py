"""The forms of support and follow-up. What is allowed is decided by the operations."""

from django import forms

from section11.web.forms.cycles import area
from section11.web.forms.fields import LondonDateField


class AgreeSupportForm(forms.Form):
    """When, and with whom."""

    agreed_for = LondonDateField(label="Day of the conversation", what="the day of the conversation", required=False)
    with_whom = forms.CharField(label="Who takes part?", required=False, help_text="From both sides. The organisation sees this.")


class SaidForm(forms.Form):
    """What was said."""

    said = area(
        "What was said and agreed?",
        hint="The organisation reads these words as the agreed record. Name no child or adult at risk.",
    )


class OutcomeForm(forms.Form):
    """How it ended."""

    outcome = area("How did it end?", hint="Your partnership reads this; the organisation does not. Name no child or adult at risk.")


class PickForm(forms.Form):
    """Why an officer picks a return."""

    note = area("Why?", hint="The strategic lead for the sector reads this. Name no child or adult at risk.")
