from django import forms

from section11.web.components.problems import add_problems, problems_of


class NameForm(forms.Form):
    name = forms.CharField(error_messages={"required": "Enter a name"})
    level = forms.ChoiceField(widget=forms.RadioSelect, choices=[("a", "A")], error_messages={"required": "Choose a level"})


def test_each_problem_of_a_form_leads_to_its_field() -> None:
    form = NameForm({})
    form.is_valid()
    add_problems(form, {"name": "Too long", "elsewhere": "The cycle is closed", "": "Try again"})
    assert problems_of(form) == [
        ("id_name", "Enter a name"),
        ("id_name", "Too long"),
        ("id_level", "Choose a level"),
        ("", "The cycle is closed"),
        ("", "Try again"),
    ]


def test_what_was_refused_is_told_in_the_order_of_the_page() -> None:
    form = NameForm({"name": "Oak", "level": "a"})
    assert form.is_valid()
    add_problems(form, {"level": "Another level", "name": "Too long"})
    assert problems_of(form) == [("id_name", "Too long"), ("id_level", "Another level")]


def test_a_dictionary_of_problems_leads_to_fields_by_name() -> None:
    assert problems_of({"": "Closed", "reason": ["Say why", "Too long"]}) == [
        ("", "Closed"),
        ("id_reason", "Say why"),
        ("id_reason", "Too long"),
    ]
