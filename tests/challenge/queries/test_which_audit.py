"""Lists of an audit hold the rows of that audit, and what waits is of the viewer's own: nothing of a neighbour or another year."""

import pytest

from section11.challenge.models import Challenge, Panel
from section11.challenge.operations.give_opinion import give_opinion
from section11.challenge.operations.save_opinion import save_opinion
from section11.challenge.queries.good_practice import practice_of_cycle
from section11.challenge.queries.opinions import opinions
from section11.challenge.queries.panels import panels_of_cycle
from section11.challenge.queries.part_list import reviewer_parts_of
from section11.challenge.queries.plan_gaps import plan_gaps
from section11.challenge.queries.support_list import support_told
from section11.challenge.queries.waiting import waiting_help
from section11.challenge.vocabulary import SupportState
from section11.directory.models import Person
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from tests.factories.challenge import make_challenge
from tests.factories.directory import make_viewer
from tests.factories.follow_up import make_support, weak_return
from tests.factories.judging import make_practice
from tests.factories.panels import make_panel, seat
from tests.factories.returns import AT, Opened, answer_everything, next_return, partnership_viewer, sign_and_submit

pytestmark = pytest.mark.django_db


def counted(viewer: Viewer, opened: Opened) -> dict[str, int]:
    """How much each list of an audit tells."""
    slug = opened.cycle.slug
    return {
        "practice": practice_of_cycle(viewer, slug, state="", page="1").page.total,
        "opinions": len(opinions(viewer, slug).given),
        "panels": panels_of_cycle(viewer, slug, page="1").page.total,
        "gaps": plan_gaps(viewer, slug).page.total,
    }


def waits(viewer: Viewer, kind: str) -> int:
    """How many of that kind wait for a viewer today."""
    return sum(one.number for one in waiting_help(viewer, at=AT) if one.kind == kind)


def test_lists_of_an_audit_hold_that_audit_alone() -> None:
    opened, reference = weak_return("1.1")
    make_practice(opened, reference)
    make_panel(opened, opened.officer)
    scrutineer = partnership_viewer(opened, Role.SCRUTINEER)
    version = save_opinion(scrutineer, opened.cycle.slug, "Well run.", version=0, at=AT)
    give_opinion(scrutineer, opened.cycle.slug, version=version, at=AT)
    later = next_return(opened)
    answer_everything(later)
    sign_and_submit(later)
    assert counted(opened.officer, opened) == {"practice": 1, "opinions": 1, "panels": 1, "gaps": 1}
    assert counted(opened.officer, later) == {"practice": 0, "opinions": 0, "panels": 0, "gaps": 0}


def test_a_reviewer_hears_of_the_panels_they_sit_on_and_officers_of_all() -> None:
    opened, _ = weak_return("1.1")
    reviewer = partnership_viewer(opened, Role.REVIEWER)
    first, _other = make_panel(opened, opened.officer), make_panel(opened, opened.officer)
    Panel.objects.update(held_on=AT.date())
    assert (waits(reviewer, "panel"), waits(opened.officer, "panel"), waits(make_viewer(), "panel")) == (0, 2, 0)
    seat(first.pk, reviewer.person_id)
    assert waits(reviewer, "panel") == 1


def test_late_challenges_wait_where_they_were_raised() -> None:
    opened, reference = weak_return("1.1")
    Challenge.objects.filter(pk=make_challenge(opened, reference).pk).update(wanted_by=AT.date().replace(day=1))
    assert (waits(opened.officer, "late-challenge"), waits(make_viewer(), "late-challenge")) == (1, 0)


def test_standards_are_given_to_the_partnerships_own_reviewers() -> None:
    opened, _ = weak_return("1.1")
    ours = Person.objects.get(pk=partnership_viewer(opened, Role.REVIEWER).person_id)
    make_viewer(Role.REVIEWER)
    assert [one.name for one in reviewer_parts_of(opened.officer, opened.cycle.slug).reviewers] == [ours.name]


def test_a_lead_is_told_of_the_conversation_about_their_own_return() -> None:
    (ours, _), (theirs, _) = weak_return("1.1"), weak_return("1.1")
    for opened in (ours, theirs):
        make_support(opened, SupportState.AGREED)
    assert [one.partnership for one in support_told(ours.lead, ours.return_id)] == [ours.cycle.partnership.name]
    assert support_told(ours.lead, theirs.return_id) == []
