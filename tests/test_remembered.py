"""What is put back is what was made."""

from django.db import transaction

from section11.directory.models import Person
from tests.factories.directory import make_person
from tests.factories.remembered import read, remembered
from tests.factories.returns import answer_everything, open_return, sign_and_submit


def afresh() -> str:
    """A return, submitted by the operations."""
    opened = open_return()
    answer_everything(opened)
    return sign_and_submit(opened)


def test_every_row_comes_back_as_the_operations_made_it(db: None) -> None:
    submitted, seen = remembered(afresh), []
    for _ in range(2):
        with transaction.atomic():
            seen.append((submitted(), read()))
            transaction.set_rollback(True)
    assert seen[0] == seen[1]
    assert len(seen[0][1]) > 20


def test_it_is_made_once_and_anew_beside_other_rows_or_with_arguments(db: None) -> None:
    made: list[str] = []

    @remembered
    def somebody(name: str = "") -> Person:
        made.append(name)
        return make_person(name)

    for _ in range(3):
        with transaction.atomic():
            first = somebody()
            assert first == Person.objects.get()
            transaction.set_rollback(True)
    assert made == [""]
    make_person()
    assert somebody() != somebody("Ann")
    assert made == ["", "", "Ann"]
