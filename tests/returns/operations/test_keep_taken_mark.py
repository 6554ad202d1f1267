from datetime import timedelta

import pytest

from section11.returns.models import Amendment, StandardMark, TakenMark
from section11.returns.operations.keep_taken_mark import keep_taken_mark
from section11.standards.models import Standard
from tests.factories.returns import AT, Opened, open_return

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=1)


def amending(opened: Opened) -> Amendment:
    return Amendment.objects.create(unit_return_id=opened.return_id, reason="A slip", started_at=LATER, started_by="x", started_by_name="x")


def marked(opened: Opened, *, days: int = 0) -> StandardMark:
    standard = Standard.objects.get(edition=opened.cycle.edition, ref="1")
    return StandardMark.objects.create(
        unit_return_id=opened.return_id, standard=standard, reason="No staff", marked_at=AT + timedelta(days=days), marked_by_name="Ann"
    )


def test_the_first_words_of_a_submitted_mark_are_kept_once() -> None:
    opened = open_return()
    amendment, mark = amending(opened), marked(opened)
    keep_taken_mark(mark)
    mark.reason = "Other words"
    keep_taken_mark(mark)
    assert TakenMark.objects.values_list("amendment", "reason", "marked_by_name").get() == (amendment.pk, "No staff", "Ann")


def test_without_an_amendment_and_for_a_mark_made_in_it_nothing_is_kept() -> None:
    opened = open_return()
    keep_taken_mark(marked(opened, days=2))
    amending(opened)
    keep_taken_mark(StandardMark.objects.get())
    assert not TakenMark.objects.exists()
