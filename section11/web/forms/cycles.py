"""The forms of an audit's set-up and of its invitations. What is allowed is decided by the operations; lists are given."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms

from section11.cycles.rules.bands import BandWording
from section11.cycles.rules.email_wording import EmailWording
from section11.cycles.rules.ladder import FARTHEST, Rung
from section11.cycles.rules.local_statements import LocalStatementWording
from section11.cycles.vocabulary import CONTACT_WORDS, LADDER_KIND_WORDS, LadderKind
from section11.directory.vocabulary import DUTY_BASIS_WORDS
from section11.standards.vocabulary import FORM_WORDS, Form
from section11.transfer.invitation_sheet.columns import MOST_ROWS
from section11.web.forms.directory import NOT_CHOSEN, Choices, one_of, text
from section11.web.forms.fields import LondonDateField

FORM_HINTS: dict[str, str] = {
    Form.FULL: "Every statement",
    Form.LIGHT: "The statements marked for small organisations",
    Form.TINY: "The few statements for groups with no paid staff",
    Form.REVIEW: "For those who sent a return before: they confirm or change each rating",
}
PERCENT = re.compile(r"\s*(\d{1,3}(?:[.,]\d{1,6})?)\s*%?\s*")


def area(label: str, *, hint: str = "") -> forms.CharField:
    """Several lines; how many may stand in them is the operation's to say."""
    return forms.CharField(label=label, required=False, help_text=hint, widget=forms.Textarea)


def line(label: str) -> forms.CharField:
    """One line, whose content is the operation's to judge."""
    return forms.CharField(label=label, required=False)


class TitleForm(forms.Form):
    """What an audit is called."""

    title = text(
        "What is this audit called?",
        "Enter a title, like Section 11 audit 2027",
        hint="Organisations see it, too. For example, Section 11 audit 2027",
    )


class EditionForm(forms.Form):
    """Which edition of which tool."""

    def __init__(self, *args: Any, editions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edition"] = one_of("Which standards does this audit ask?", "Choose one of the audit tools in the list", editions)


class UsualFormForm(forms.Form):
    """Which form most organisations get."""

    default_form = one_of(
        "Which form do most organisations get?",
        "Choose the full, the light or the tiny form",
        [(form.value, FORM_WORDS[form]) for form in (Form.FULL, Form.LIGHT, Form.TINY)],
        hint="You can choose another one for each invitation.",
    )


class DatesForm(forms.Form):
    """When an audit opens and when returns are due."""

    opens = LondonDateField(
        label="When does it open?", what="the day the audit opens", required=False, help_text="You open it yourself, on this day or later."
    )
    due = LondonDateField(
        label="When are returns due?",
        what="the due date",
        required=False,
        help_text="The end of that day. Late returns are taken until you close the audit.",
    )
    rolling = forms.BooleanField(
        label="This is a rolling audit",
        required=False,
        help_text="Organisations join at any time. It may have no due date, and no response rate is given.",
    )


class BandRow(forms.Form):
    """One band; a row with neither name nor percentage is left out."""

    label = forms.CharField(label="Name", required=False)
    at_least = forms.CharField(label="From, in per cent", required=False)
    follow_up = forms.BooleanField(label="Ask for follow-up", required=False)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        told = self.cleaned_data
        return not told["label"].strip() and not told["at_least"].strip()

    def wording(self) -> BandWording:
        """The band; a percentage that is none is told by the operation."""
        found = PERCENT.fullmatch(self.cleaned_data["at_least"])
        share = Decimal(found[1].replace(",", ".")) if found else Decimal("NaN")
        return BandWording(self.cleaned_data["label"], share, self.cleaned_data["follow_up"])


class StatementRow(forms.Form):
    """One local statement; a row with neither text nor guidance is left out."""

    text = area("Statement")
    guidance = area("Guidance", hint="What it means, in plain words. May stay empty.")
    light = forms.BooleanField(label="Ask it in the light form, too", required=False)
    must_meet = forms.BooleanField(label="Flag it when it is not met, whatever else is", required=False)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        told = self.cleaned_data
        return not told["text"].strip() and not told["guidance"].strip()

    def wording(self) -> LocalStatementWording:
        """The statement as typed."""
        told = self.cleaned_data
        return LocalStatementWording(told["text"].strip(), told["guidance"].strip(), told["light"], told["must_meet"])


class RungRow(forms.Form):
    """One step of the chasing ladder; a row without a number of days is left out."""

    kind = forms.ChoiceField(
        label="Whom it tells",
        required=False,
        choices=[NOT_CHOSEN, *((kind.value, words) for kind, words in LADDER_KIND_WORDS.items())],
        error_messages={"invalid_choice": "Choose whom this step tells from the list"},
    )
    days = forms.CharField(label="Days before or after", required=False)
    subject = line("Subject")
    body = area("Text")

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return not self.cleaned_data.get("days", "").strip()

    def wording(self) -> Rung:
        """The step: days before the due date for a reminder, after it for the rest; a number that is none is told by the operation."""
        told = self.cleaned_data
        kind, days = told.get("kind", ""), told["days"].strip()
        number = int(days) if days.isascii() and days.isdigit() and len(days) < 5 else FARTHEST + 1
        return Rung(kind, -number if kind == LadderKind.REMINDER else number, told["subject"].strip(), told["body"].strip())


class EmailsForm(forms.Form):
    """The wording of the invitation and the reminder."""

    invitation_subject = line("Subject of the invitation")
    invitation_body = area("Text of the invitation")
    reminder_subject = line("Subject of the reminder")
    reminder_body = area("Text of the reminder")

    def wording(self, which: str) -> EmailWording:
        """`invitation` or `reminder`, as typed."""
        return EmailWording(self.cleaned_data[f"{which}_subject"], self.cleaned_data[f"{which}_body"])


class ReminderForm(forms.Form):
    """The wording of a reminder that is about to be sent."""

    reminder_subject = line("Subject")
    reminder_body = area("Text")

    def wording(self) -> EmailWording:
        """As typed."""
        return EmailWording(self.cleaned_data["reminder_subject"], self.cleaned_data["reminder_body"])


class ExtendForm(forms.Form):
    """A later due date."""

    due = LondonDateField(label="New due date", what="the new due date", required=False, help_text="The end of that day.")


class ReasonForm(forms.Form):
    """Why."""

    reason = area("Why?", hint="For your colleagues and for the record. Name no child or adult at risk.")


class ContactForm(forms.Form):
    """A call, email or meeting."""

    kind = one_of("What was it?", "Choose a phone call, an email or a meeting", [(k.value, words) for k, words in CONTACT_WORDS.items()])
    on = LondonDateField(label="When was it?", what="the day", required=False)
    spoke_to = line("Who with?")
    note = area("What was agreed?", hint="Name no child or adult at risk.")


class SheetForm(forms.Form):
    """An invitation sheet."""

    file = forms.FileField(
        label="Choose your sheet",
        help_text=f"An Excel workbook (.xlsx) or a CSV file, up to 5 MB and {MOST_ROWS:,} rows.",
        allow_empty_file=True,
        error_messages={"required": "Choose the sheet to upload", "invalid": "Choose the sheet to upload"},
    )


class InviteForm(forms.Form):
    """One invitation: an organisation that takes part, or a new one, with its people."""

    def __init__(self, *args: Any, sectors: Choices, known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not known:
            self.fields["name"] = line("Name of the organisation")
            self.fields["sector"] = one_of("Sector", "Choose a sector from the list", [NOT_CHOSEN, *sectors], widget=forms.Select)
            self.fields["duty_basis"] = forms.MultipleChoiceField(
                label="Why does it take part?",
                help_text="Choose all that hold.",
                choices=[(basis.value, words) for basis, words in DUTY_BASIS_WORDS.items()],
                widget=forms.CheckboxSelectMultiple,
                error_messages={"invalid_choice": "Choose the reasons from the list"},
            )
            self.fields["sector"].required = self.fields["duty_basis"].required = False  # the operation tells all at once
        self.fields["unit"] = text(
            "Department, service or site", "", required=False, hint="Leave this empty to invite the whole organisation."
        )
        self.fields["lead_name"] = line("Name of the return lead")
        self.fields["lead_email"] = forms.CharField(
            label="Email address of the return lead", required=False, help_text="The invitation goes to this address."
        )
        self.fields["signatory_name"] = text(
            "Name of the signatory", "", required=False, hint="The senior person who approves the return, if you know who it is."
        )
        self.fields["signatory_email"] = text("Email address of the signatory", "", required=False)
        self.fields["form"] = one_of("Form", "Choose a form", [(form.value, words) for form, words in FORM_WORDS.items()])
        self.fields["due"] = LondonDateField(
            label="Its own due date (optional)",
            what="the due date",
            required=False,
            help_text="Leave this empty to keep the due date of the audit.",
        )


class ChangeInvitationForm(forms.Form):
    """Another form or due date."""

    form = one_of("Form", "Choose a form from the list", [(form.value, words) for form, words in FORM_WORDS.items()])
    due = LondonDateField(
        label="Its own due date (optional)",
        what="the due date",
        required=False,
        help_text="Leave this empty to keep the due date of the audit.",
    )


def rows_of(
    row: type[BandRow] | type[StatementRow] | type[RungRow], posted: Any, initial: Sequence[dict[str, Any]], *, most: int
) -> list[Any]:
    """A form for each row: those typed or those that stand, with two blank ones below; never more than `most`."""
    if posted is not None:
        names = [re.match(r"row-(\d{1,2})-", name) for name in posted]
        count = min(most, 1 + max((int(found[1]) for found in names if found), default=-1))
        return [row(posted, prefix=f"row-{number}") for number in range(count)]
    count = min(most, len(initial) + 2)
    return [row(prefix=f"row-{number}", initial=initial[number] if number < len(initial) else {}) for number in range(count)]
