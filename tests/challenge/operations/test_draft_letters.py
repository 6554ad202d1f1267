"""Drafting the letters of many returns."""

import pytest

from section11.challenge.models import Letter
from section11.challenge.operations.draft_letters import draft_letters
from section11.lib.errors import Absent
from tests.factories.panels import make_letter, make_panel, make_slot, panel_reviewer
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_each_that_can_have_one_gets_one_with_progress() -> None:
    opened, _ = submitted_return()
    others = [submitted_return(cycle=opened.cycle)[0] for _ in range(3)]
    make_letter(others[0])
    make_slot(make_panel(opened), others[1])  # waits for its panel
    seen: list[tuple[int, int]] = []
    ids = [one.invitation.pk for one in (opened, *others)]
    done = draft_letters(opened.officer, opened.cycle.slug, ids, at=AT, progress=lambda *step: seen.append(step))
    assert done == (2, 1)
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert draft_letters(opened.officer, opened.cycle.slug, ids, at=AT, progress=lambda *step: None) == (0, 1)
    assert Letter.objects.count() == 3


def test_one_of_another_audit_makes_all_absent() -> None:
    opened, _ = submitted_return()
    foreign, _ = submitted_return()
    with pytest.raises(Absent):
        draft_letters(opened.officer, opened.cycle.slug, [opened.invitation.pk, foreign.invitation.pk], at=AT, progress=lambda *step: None)
    with pytest.raises(Absent):
        draft_letters(panel_reviewer(opened), opened.cycle.slug, [opened.invitation.pk], at=AT, progress=lambda *step: None)
    assert not Letter.objects.exists()
