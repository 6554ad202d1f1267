"""Approving many letters."""

import pytest

from section11.challenge.models import Letter
from section11.challenge.operations.approve_letters import approve_letters
from section11.challenge.operations.edit_letter import edit_letter
from section11.lib.errors import Absent
from tests.factories.panels import make_letter, panel_reviewer
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_each_in_the_version_that_was_looked_at() -> None:
    opened, _ = submitted_return()
    letters = [make_letter(opened)] + [make_letter(submitted_return(cycle=opened.cycle)[0]) for _ in range(2)]
    foreign = make_letter(submitted_return()[0])
    edit_letter(opened.officer, letters[1].pk, "Changed since", version=1, at=AT)
    seen: list[tuple[int, int]] = []
    versions = {one.pk: 1 for one in (*letters, foreign)}
    done = approve_letters(opened.officer, opened.cycle.slug, versions, at=AT, progress=lambda *step: seen.append(step))
    assert done == (2, 2)
    assert seen[-1] == (3, 3)
    states = dict(Letter.objects.values_list("pk", "state"))
    assert [states[one.pk] for one in (*letters, foreign)] == ["approved", "draft", "approved", "draft"]


def test_officers_only() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    with pytest.raises(Absent):
        approve_letters(panel_reviewer(opened), opened.cycle.slug, {letter.pk: 1}, at=AT, progress=lambda *step: None)
