"""What is known of one return besides what it says."""

import pytest

from section11.challenge.queries.dealings import dealings
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from tests.factories.challenge import make_challenge
from tests.factories.follow_up import make_follow_up, make_support, weak_return
from tests.factories.panels import approved_letter, held_panel
from tests.factories.returns import partnership_viewer
from tests.queries import assert_queries_below

pytestmark = pytest.mark.django_db


def test_those_who_read_see_everything_and_others_the_follow_ups() -> None:
    opened, reference = weak_return("1.1")
    make_challenge(opened, reference)
    make_challenge(opened, reference, about="standard:1")
    slot, letter = held_panel(opened), approved_letter(opened)
    make_support(opened)
    follow_up = make_follow_up(opened)
    with assert_queries_below(1):
        found = dealings(opened.officer, opened.invitation.pk)
    assert [(one.kind, one.label, one.words) for one in found] == [
        ("challenge", "standard 1", "With the organisation"),
        ("challenge", "statement 1.1", "With the organisation"),
        ("panel", slot.panel.title, "Assured, with actions"),
        ("letter", "number 1", "Approved and sent"),
        ("support", "", found[4].words),
        ("follow-up", "", found[5].words),
    ]
    assert [one.key for one in found][2:4] == [slot.panel_id, letter.pk]
    executive = partnership_viewer(opened, Role.EXECUTIVE_VIEWER)
    assert [(one.kind, one.key) for one in dealings(executive, opened.invitation.pk)] == [("follow-up", follow_up.pk)]


def test_another_partnership_sees_nothing_and_an_organisation_is_refused() -> None:
    (opened, _), (other, _) = weak_return("1.1"), weak_return("1.1")
    make_follow_up(opened)
    assert dealings(other.officer, opened.invitation.pk) == []
    with pytest.raises(Absent):
        dealings(opened.lead, opened.invitation.pk)
