"""The forms of challenges, agreed levels and reviewers' parts."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms

from section11.challenge.operations.answer_challenge import NewEvidence
from section11.challenge.rules.typing import ChallengeText
from section11.challenge.vocabulary import CHALLENGE_KIND_WORDS, CHALLENGE_OUTCOME_WORDS, ChallengeKind, ChallengeOutcome
from section11.evidence.queries import Evidence
from section11.evidence.rules.uploads import LARGEST, TAKEN_WORDS
from section11.standards.rules.content import LevelContent
from section11.web.forms.fields import LondonDateField

AREA = forms.Textarea
ABOUT_KINDS = {
    ChallengeKind.QUESTION: "They answer in words",
    ChallengeKind.EVIDENCE: "They answer with a file, a link, or by saying where it is kept",
    ChallengeKind.LEVEL: "You think that another level fits, and say why",
}


def level_choices(levels: Iterable[LevelContent]) -> list[tuple[str, str]]:
    """The levels of a scale to choose from, with nothing chosen yet."""
    return [("", "Choose a level"), *((level.key, level.label) for level in levels)]


def choices_of(form: forms.Form, name: str, choices: Sequence[tuple[str, str]]) -> None:
    """Give a choice of this form what can be chosen."""
    cast(forms.ChoiceField, form.fields[name]).choices = choices


class ChallengeForm(forms.Form):
    """A new challenge. `levels` empty: it is not about a statement, so no level can be proposed."""

    about = forms.CharField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label="What do you want to do?", required=False, widget=forms.RadioSelect)
    level = forms.ChoiceField(label="Which level do you propose?", required=False)
    text = forms.CharField(
        label="What do you want to say?", required=False, widget=AREA, help_text="The organisation reads this. Name no child or adult."
    )
    wanted_by = LondonDateField(
        label="By when do you want an answer?", what="the date", required=False, help_text="For example, 31 3 2027. Needed for evidence."
    )

    def __init__(self, *args: Any, levels: Sequence[LevelContent], **options: Any) -> None:
        super().__init__(*args, **options)
        kinds = [(kind.value, words) for kind, words in CHALLENGE_KIND_WORDS.items() if levels or kind is not ChallengeKind.LEVEL]
        choices_of(self, "kind", kinds)
        choices_of(self, "level", level_choices(levels))

    def typed(self) -> ChallengeText:
        """What was typed, once valid."""
        data = self.cleaned_data
        return ChallengeText(data["kind"], data["text"], data["level"], data["wanted_by"])


class ReplyForm(forms.Form):
    """A reply to the organisation. `seen`: how many messages the thread had."""

    text = forms.CharField(label="Your reply", required=False, widget=AREA, help_text="The organisation reads this, and is to answer.")
    wanted_by = LondonDateField(
        label="A new date, if it changes", what="the date", required=False, help_text="By when you want an answer. For example, 31 3 2027"
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class CloseForm(forms.Form):
    """How a challenge ends; with a level where another one was agreed."""

    outcome = forms.ChoiceField(label="How does it end?", required=False, widget=forms.RadioSelect)
    level = forms.ChoiceField(label="Which level was agreed?", required=False)
    note = forms.CharField(label="Why?", required=False, widget=AREA, help_text="The organisation reads this.")
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    reference = forms.CharField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def __init__(self, *args: Any, outcomes: Iterable[ChallengeOutcome], levels: Sequence[LevelContent], **options: Any) -> None:
        super().__init__(*args, **options)
        choices_of(self, "outcome", [(outcome.value, CHALLENGE_OUTCOME_WORDS[outcome]) for outcome in outcomes])
        choices_of(self, "level", level_choices(levels))


class AgreeForm(forms.Form):
    """The level agreed for one statement, and why. `version`: of the agreed level that was seen, 0 where there was none."""

    level = forms.ChoiceField(label="Which level was agreed?", required=False, widget=forms.RadioSelect)
    reason = forms.CharField(label="Why?", required=False, widget=AREA, help_text="The organisation reads this.")
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, levels: Sequence[LevelContent], **options: Any) -> None:
        super().__init__(*args, **options)
        choices_of(self, "level", level_choices(levels)[1:])


class AnswerForm(forms.Form):
    """The organisation's answer: text, pieces of evidence that are there, one new piece. `seen`: how many messages there were."""

    text = forms.CharField(
        label="Your answer", required=False, widget=AREA, help_text="The partnership reads this. Name no child or adult at risk."
    )
    items = forms.MultipleChoiceField(
        label="Evidence that you added before",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Choose any that you want to show.",
    )
    kind = forms.ChoiceField(label="Do you want to add something new?", required=False, widget=forms.RadioSelect)
    file = forms.FileField(
        label="Choose a file", required=False, allow_empty_file=True, max_length=None, help_text=f"{TAKEN_WORDS}, up to 25 MB."
    )
    link = forms.CharField(label="Web address", required=False, max_length=2000, help_text="It starts with https://")
    where = forms.CharField(
        label="Where is it kept?", required=False, max_length=2000, help_text="For example: Staff handbook, page 12, in the office"
    )
    title = forms.CharField(label="Name of the new evidence", required=False, help_text="For example: Safeguarding policy, September 2026")
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, takes_files: bool, existing: Sequence[Evidence], **options: Any) -> None:
        super().__init__(*args, **options)
        kinds = [("file", "A file"), ("link", "A link to a web page"), ("reference", "A reference: say where it is kept")]
        cast(forms.ChoiceField, self.fields["kind"]).choices = [("none", "No"), *(kinds if takes_files else kinds[1:])]
        cast(forms.MultipleChoiceField, self.fields["items"]).choices = [(str(e.item_id), e.title) for e in existing]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("kind") == "file" and not data.get("file"):
            self.add_error("file", "Choose a file")
        return data

    def new(self) -> NewEvidence | None:
        """The new piece, once valid; None where there is none."""
        data = self.cleaned_data
        if data["kind"] in ("", "none"):
            return None
        upload = data["file"] if data["kind"] == "file" else None
        return NewEvidence(
            kind=data["kind"],
            title=data["title"],
            where=data["link"] if data["kind"] == "link" else data["where"],
            file_name=upload.name if upload else "",
            data=upload.read(LARGEST + 1) if upload else b"",
        )


class PartForm(forms.Form):
    """What a reviewer is given: one standard or sector."""

    member = forms.ChoiceField(label="Reviewer")
    part = forms.ChoiceField(label="Standard or sector")

    def __init__(self, *args: Any, members: Sequence[tuple[str, str]], parts: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        choices_of(self, "member", [("", "Choose a reviewer"), *members])
        choices_of(self, "part", [("", "Choose what to give"), *parts])
        self.fields["member"].error_messages["required"] = "Choose a reviewer"
        self.fields["part"].error_messages["required"] = "Choose a standard or a sector"
