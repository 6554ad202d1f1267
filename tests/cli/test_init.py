import pytest
from django.core.management import CommandError, call_command

from section11.directory.models import Person
from section11.directory.queries import viewer_in_partnership
from section11.directory.vocabulary import Role

GIVEN = {"name": "Riverside Partnership", "officer_name": "Olu Grant", "officer_email": "olu.grant@example.org"}


@pytest.mark.django_db
def test_it_opens_a_partnership_with_its_first_officer(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("init", **GIVEN)
    person = Person.objects.get(email="olu.grant@example.org")
    viewer = viewer_in_partnership(person, "riverside-partnership")
    assert viewer is not None
    assert viewer.roles == {Role.OFFICER}
    assert "Olu Grant signs in at http://127.0.0.1:8000/sign-in" in capsys.readouterr().out


@pytest.mark.django_db
def test_it_asks_for_what_was_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["Riverside Partnership", "Olu Grant", "olu.grant@example.org"])
    monkeypatch.setattr("builtins.input", lambda prompt: next(answers))
    call_command("init")
    assert Person.objects.get().name == "Olu Grant"


@pytest.mark.django_db
def test_it_says_what_is_wrong() -> None:
    with pytest.raises(CommandError, match="email"):
        call_command("init", **{**GIVEN, "officer_email": "not an address"})
    assert not Person.objects.exists()


@pytest.mark.django_db
def test_a_second_one_of_that_address_is_refused() -> None:
    call_command("init", **GIVEN)
    with pytest.raises(CommandError, match="slug: There is a partnership"):
        call_command("init", **GIVEN)
