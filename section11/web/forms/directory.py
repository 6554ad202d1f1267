"""The forms about people and organisations. What is allowed is decided by the operations; lists to choose from are given."""

from collections.abc import Collection, Sequence
from typing import Any

from django import forms

from section11.directory.rules import LONGEST_TEXT
from section11.directory.vocabulary import DUTY_BASIS_WORDS, ROLE_WORDS, Role
from section11.lib.words import listed

Choices = Sequence[tuple[str, str]]
NOT_CHOSEN = ("", "Choose from the list")


class TextField(forms.CharField):
    """A text whose label says when it may stay empty."""

    show_optional = True


def text(label: str, problem: str, *, required: bool = True, hint: str = "", autocomplete: str = "off") -> forms.CharField:
    """One line of text."""
    widget = forms.TextInput(attrs={"autocomplete": autocomplete})
    return TextField(label=label, required=required, help_text=hint, widget=widget, error_messages={"required": problem})


def long_text(label: str, problem: str, *, required: bool = True, hint: str = "") -> forms.CharField:
    """Several lines of text."""
    told = {"required": problem, "max_length": f"Shorten this to {LONGEST_TEXT:,} characters or fewer"}
    return TextField(label=label, required=required, help_text=hint, max_length=LONGEST_TEXT, widget=forms.Textarea, error_messages=told)


def one_of(
    label: str, problem: str, choices: Choices, *, widget: type[forms.Widget] = forms.RadioSelect, hint: str = ""
) -> forms.ChoiceField:
    """One of a list."""
    told = {"required": problem, "invalid_choice": problem}
    return forms.ChoiceField(label=label, choices=choices, widget=widget, help_text=hint, error_messages=told)


class PersonForm(forms.Form):
    """Somebody to let in."""

    name = text("Full name", "Enter the person's name")
    email = text("Email address", "Enter an email address, like name@school.example", hint="They sign in with a code sent to this address")
    job_title = text("Job title", "", required=False)


class NextLeadForm(PersonForm):
    """The next return lead. `others`: what the present lead `who` also is there, and can stop being."""

    def __init__(self, *args: Any, who: str, others: Collection[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if others:
            roles = listed([ROLE_WORDS[role].lower() for role in others])
            self.fields["leaves"] = forms.BooleanField(
                label=f"{who} is also {roles}: end that, too",
                required=False,
                help_text=f"Tick this if they leave. Otherwise they stay {roles}, and can still open the return.",
            )


class RoleForm(forms.Form):
    """Which role somebody has."""

    def __init__(self, *args: Any, roles: Collection[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"] = one_of("Role", "Choose a role", [(role.value, ROLE_WORDS[role]) for role in Role if role in roles])


class MemberForm(PersonForm, RoleForm):
    """Somebody to let in, with a role; in one of several units where there are any."""

    def __init__(self, *args: Any, roles: Collection[Role], units: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, roles=roles, **kwargs)
        if len(units) > 1:
            self.fields["unit"] = one_of("Which part of the organisation?", "Choose a part of the organisation", units)
        if Role.RETURN_LEAD in roles:
            self.fields["is_deputy"] = forms.BooleanField(
                label="This return lead is a deputy",
                required=False,
                help_text="A deputy can do all that the lead can. Emails go to them when the lead cannot be reached.",
            )


class HomeForm(forms.Form):
    """Where an officer or reviewer works."""

    def __init__(self, *args: Any, places: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = one_of("Home organisation", "Choose an organisation from the list", [("", "None"), *places], widget=forms.Select)
        field.required = False
        self.fields["participation"] = field


class SectorLeadForm(forms.Form):
    """Who leads a sector."""

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = one_of("Strategic lead", "Choose a person from the list", [("", "Nobody"), *people], widget=forms.Select)
        field.required = False
        self.fields["person"] = field


class RegistrationForm(forms.Form):
    """An organisation that asks to take part."""

    organisation_name = text("Name of your organisation", "Enter the organisation's name", autocomplete="organization")
    lead_name = text("Your full name", "Enter your name", autocomplete="name")
    lead_email = text(
        "Your email address", "Enter an email address, like name@school.example", hint="A work address of your own", autocomplete="email"
    )
    about = long_text("What does your organisation do?", "", required=False)

    def __init__(self, *args: Any, sectors: Choices, fit: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sector"] = one_of("Sector", "Choose a sector from the list", [NOT_CHOSEN, *sectors], widget=forms.Select)
        for number, question in enumerate(fit):
            self.fields[f"fit-{number}"] = one_of(question, f"Choose yes or no: {question}", [("yes", "Yes"), ("no", "No")])
        duties = [NOT_CHOSEN, *((basis.value, words) for basis, words in DUTY_BASIS_WORDS.items())]
        hint = "If you are not sure, choose guidance. The partnership will put it right."
        why = "Why does your organisation take part?"
        self.fields["duty_basis"] = one_of(why, "Choose a reason from the list", duties, widget=forms.Select, hint=hint)
        asked = [f"fit-{number}" for number in range(len(fit))]
        self.order_fields(["organisation_name", "sector", "duty_basis", "about", *asked, "lead_name", "lead_email"])


class ApproveForm(forms.Form):
    """Whether an organisation that is let in is invited at once, and with which form."""

    def __init__(self, *args: Any, cycles: Choices, answer_forms: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if cycles:
            choices = [*cycles, ("none", "None for now")]
            self.fields["cycle"] = one_of("Invite it to an audit that is open", "Choose an audit, or none for now", choices)
            self.fields["form"] = one_of("With which form?", "Choose a form", answer_forms)


class DeclineForm(forms.Form):
    """Why an organisation is turned down."""

    reason = long_text("Why?", "Say why. The person who asked is told", hint="The person who asked is told these words.")


class ParticipationForm(forms.Form):
    """How an organisation is known in a partnership."""

    name = text("Name", "Enter the organisation's name")
    version = forms.IntegerField(min_value=0, max_value=2**31 - 1, required=False, widget=forms.HiddenInput)
    contract = text("Contract", "", required=False, hint="If it works for you under one")

    def __init__(self, *args: Any, sectors: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sector"] = one_of("Sector", "Choose a sector from the list", sectors, widget=forms.Select)
        self.fields["duties"] = forms.MultipleChoiceField(
            label="Why it takes part",
            required=False,
            choices=[(basis.value, words) for basis, words in DUTY_BASIS_WORDS.items()],
            widget=forms.CheckboxSelectMultiple,
            help_text="Choose all that apply",
            error_messages={"invalid_choice": "Choose why the organisation takes part from the list"},
        )
        self.order_fields(["name", "sector", "duties", "contract"])


class PartnershipForm(forms.Form):
    """A partnership's contact details and choices."""

    name = text("Name", "Enter the partnership's name")
    version = forms.IntegerField(min_value=0, max_value=2**31 - 1, required=False, widget=forms.HiddenInput)
    contact_email = text("Contact email address", "", required=False, hint="Shown to everybody you invite")
    contact_phone = text("Contact phone number", "", required=False)
    takes_files = forms.BooleanField(
        label="Organisations may upload files as evidence",
        required=False,
        help_text="Without this they give links and references. Files already there stay.",
    )
    takes_registrations = forms.BooleanField(
        label="Organisations may ask to take part", required=False, help_text="You decide about each one before it sees anything."
    )
    own_sentence = long_text(
        "Your own sentence about the duty",
        "",
        required=False,
        hint="Shown on the page where organisations ask to take part. Leave it empty if you have none.",
    )
    controller_contact = long_text(
        "Who is responsible for the data",
        "",
        required=False,
        hint="The data controller, and how to reach it or its data protection officer. This and the next two stand on the privacy page.",
    )
    lawful_basis = long_text(
        "Lawful basis",
        "",
        required=False,
        hint="Why you may use people's data. Your data protection officer chooses. For example: it is a task in the public interest.",
    )
    retention_sentence = long_text(
        "How long it is kept", "", required=False, hint="For example: returns for three audits, the record of who did what for six years."
    )
