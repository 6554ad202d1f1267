"""Handing standards to contributors."""

import pytest

from section11.directory.vocabulary import Role
from section11.returns.models import Assignment
from tests.factories.browsers import signed_in
from tests.factories.returns import membership_id, open_return
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_standards_are_handed_over_and_taken_back() -> None:
    opened = open_return()
    lead, path = signed_in(opened.lead), at_page("hand_standard", opened)
    lead.post(path, {"standard": ["1", "2"], "member": str(membership_id(opened.contributor, Role.CONTRIBUTOR, opened.unit))})
    assert Assignment.objects.count() == 2
    first = Assignment.objects.order_by("pk").first()
    assert first is not None
    lead.post(path, {"take_back": str(first.pk)})
    assert Assignment.objects.count() == 1


def test_without_contributors_there_is_nothing_to_tick_but_a_way_to_add_one() -> None:
    opened = open_return()
    opened.unit.memberships.filter(role=Role.CONTRIBUTOR).delete()
    page = signed_in(opened.lead).get(at_page("hand_standard", opened)).content.decode()
    assert "Add one on the People page" in page
    assert 'type="checkbox"' not in page


def test_all_that_is_missing_is_said_at_once() -> None:
    opened = open_return()
    response = signed_in(opened.lead).post(at_page("hand_standard", opened), {})
    assert response.status_code == 422
    assert b"Tick the standards" in response.content
    assert b"Choose who gets them" in response.content


def test_a_member_who_is_no_contributor_here_is_refused() -> None:
    opened, other = open_return(), open_return()
    theirs = membership_id(other.contributor, Role.CONTRIBUTOR, other.unit)
    response = signed_in(opened.lead).post(at_page("hand_standard", opened), {"standard": ["1"], "member": str(theirs)})
    assert response.status_code == 422
    assert Assignment.objects.count() == 0
