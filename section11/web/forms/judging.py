"""The forms of judging: a standard's evidence, grade, good practice and recommendations; a scale; a sample; an opinion."""

from typing import Any, cast

from django import forms

from section11.challenge.operations.rate_evidence import RatedEvidence
from section11.challenge.queries.judged_standard import JudgedStandard
from section11.challenge.rules.judging import LONGEST_OPINION
from section11.challenge.vocabulary import EVIDENCE_STRENGTH_WORDS


def area(label: str, hint: str = "") -> forms.CharField:
    """A text; the operation says what is wrong with it."""
    return forms.CharField(label=label, help_text=hint, required=False, widget=forms.Textarea)


def hidden_number() -> forms.IntegerField:
    """A version that the page showed."""
    return forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)


class JudgeForm(forms.Form):
    """One standard: `strength-<ref>` for each answer, with what was shown and its version; a grade; new notes. Made by `judge_form`."""

    judged: JudgedStandard
    reasons = area("Reasons for the grade", "The feedback letter tells the organisation the grade and these reasons")
    grade_version = hidden_number()
    practice = area(
        "Mark something as good practice",
        "Write it as other organisations would read it. Nobody outside the partnership sees it before the organisation agrees",
    )
    recommendation = area("Write a recommendation", "The organisation sees it once it is given: by itself, or with the feedback letter")

    @classmethod
    def standing(cls) -> dict[str, Any]:
        """What stands now, as initial values."""
        grade = cls.judged.grade
        initial: dict[str, Any] = {
            "grade": grade.key if grade else "",
            "reasons": grade.reasons if grade else "",
            "grade_version": grade.version if grade else 0,
        }
        for one in cls.judged.answers:
            initial |= {f"strength-{one.ref}": one.strength, f"shown-{one.ref}": one.strength, f"version-{one.ref}": one.version}
        return initial

    def rated(self) -> dict[str, RatedEvidence]:
        """The ratings that were changed on the page."""
        told = self.cleaned_data
        return {
            one.ref: RatedEvidence(told[f"strength-{one.ref}"], told[f"version-{one.ref}"] or 0)
            for one in self.judged.answers
            if told[f"strength-{one.ref}"] and told[f"strength-{one.ref}"] != told[f"shown-{one.ref}"]
        }

    @property
    def has_grade(self) -> bool:
        """Whether a grade or its reasons were given that do not stand already."""
        told, stands = self.cleaned_data, self.judged.grade
        typed = (told["grade"], "\n".join(told["reasons"].split("\r\n")).strip())
        return bool(self.judged.scale) and any(typed) and typed != ((stands.key, stands.reasons) if stands else ("", ""))


def judge_form(judged: JudgedStandard) -> type[JudgeForm]:
    """The form of this standard, with a field for each of its answers."""
    strengths = [(strength.value, words) for strength, words in EVIDENCE_STRENGTH_WORDS.items()]
    fields: dict[str, Any] = {
        "grade": forms.ChoiceField(
            label="Which grade does this standard get?", required=False, widget=forms.RadioSelect, choices=judged.scale
        )
    }
    for one in judged.answers:
        label = f"How strong is the evidence for {one.ref}?"
        fields[f"strength-{one.ref}"] = forms.ChoiceField(label=label, required=False, widget=forms.RadioSelect, choices=strengths)
        fields[f"shown-{one.ref}"] = forms.CharField(widget=forms.HiddenInput, required=False)
        fields[f"version-{one.ref}"] = hidden_number()
    return cast("type[JudgeForm]", type("StandardJudgeForm", (JudgeForm,), {**fields, "judged": judged}))


class TextForm(forms.Form):
    """One text, from the version that was shown."""

    text = area("Text")
    version = hidden_number()

    def __init__(self, *args: Any, label: str, hint: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].label, self.fields["text"].help_text = label, hint


class RecommendForm(forms.Form):
    """A recommendation on the whole return."""

    text = area("Write a recommendation on the whole return", "The organisation sees it once it is given")


class AnswerForm(forms.Form):
    """Why no action follows from a recommendation."""

    answer = area("Why do you plan no action?", "The partnership reads this. Please name no children or adults at risk")
    version = hidden_number()


class GradeRow(forms.Form):
    """One grade of a scale; a row without a name is left out."""

    label = forms.CharField(label="Name", required=False)


class SampleForm(forms.Form):
    """How many returns to draw."""

    size = forms.IntegerField(
        label="How many returns do you want to draw?",
        required=False,
        error_messages={"invalid": "Enter a whole number, like 5"},
        widget=forms.NumberInput,
    )


class OpinionForm(forms.Form):
    """A scrutineer's opinion."""

    text = forms.CharField(
        label="Your opinion",
        help_text="Only you see the draft. Please name no children or adults at risk",
        required=False,
        max_length=LONGEST_OPINION,
        widget=forms.Textarea,
        error_messages={"max_length": f"Shorten this to {LONGEST_OPINION:,} characters or fewer"},
    )
    version = hidden_number()


class DecideForm(forms.Form):
    """Whether good practice may be shared."""

    decision = forms.ChoiceField(
        label="May the partnership share this?",
        widget=forms.RadioSelect,
        choices=[("agree", "Yes, with our name"), ("decline", "No")],
        error_messages={"required": "Choose whether the partnership may share this"},
    )
