"""The form for an action of an improvement plan."""

from django import forms

from section11.plans.rules import ActionText
from section11.plans.vocabulary import RAG_WORDS
from section11.web.forms.fields import LondonDateField


class NewActionForm(forms.Form):
    """An action that has not begun: what, how, who, by when."""

    what = forms.CharField(label="What will you do?", required=False, widget=forms.Textarea)
    how = forms.CharField(label="How?", required=False, widget=forms.Textarea)
    who = forms.CharField(label="Who leads?", required=False, help_text="Give a role, such as Deputy head")
    due = LondonDateField(label="By when?", what="the date by when", required=False)
    wants_help = forms.BooleanField(label="We would like the partnership's help with this", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def text(self) -> ActionText:
        """What was typed, once valid."""
        data = self.cleaned_data
        return ActionText(data["what"], data["how"], data["who"], data["due"], wants_help=data["wants_help"])


class ActionForm(NewActionForm):
    """One under way: also its progress and RAG."""

    rag = forms.ChoiceField(label="How is it going?", required=False, widget=forms.RadioSelect, choices=list(RAG_WORDS.items()))
    progress = forms.CharField(label="Progress so far", required=False, widget=forms.Textarea)

    def text(self) -> ActionText:
        """What was typed, once valid."""
        data = self.cleaned_data
        return ActionText(data["what"], data["how"], data["who"], data["due"], data["progress"], data["rag"], data["wants_help"])
