"""The forms of signing in."""

from django import forms

from section11.directory.rules import email_problem, tidy_email


class SignInForm(forms.Form):
    """An email address, so that a code can be sent to it."""

    email = forms.CharField(
        label="Email address",
        help_text="The one your invitation was sent to",
        max_length=254,
        error_messages={"required": "Enter your email address", "max_length": "Enter an email address, like name@school.example"},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )

    def clean_email(self) -> str:
        """Lower case, without spaces."""
        email = tidy_email(self.cleaned_data["email"])
        problem = email_problem(email)
        if problem:
            raise forms.ValidationError(problem)
        return email


class CodeForm(forms.Form):
    """The code from the email."""

    code = forms.CharField(
        label="Sign-in code",
        max_length=40,
        error_messages={"required": "Enter the code from the email", "max_length": "Enter the code from the email"},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}),
    )
