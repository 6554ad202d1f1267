"""Whose words a person reads on the privacy page."""

import pytest

from section11.directory.queries.privacy import privacy_of_own
from section11.directory.vocabulary import Role
from tests.factories.directory import LONG_AGO, make_membership, make_organisation, make_participation, make_partnership, make_viewer

pytestmark = pytest.mark.django_db


def test_those_of_every_place_they_have_now_and_of_no_other() -> None:
    works_for, receives, left = (make_partnership(name) for name in ("Ash", "Birch", "Cedar"))
    make_viewer(of=make_partnership("Elsewhere"))
    viewer = make_viewer(of=works_for)
    [held] = works_for.memberships.all()
    school = make_organisation()
    make_participation(receives, school)
    make_membership(held.person, Role.RETURN_LEAD, of=school)
    make_membership(held.person, of=left, ended_at=LONG_AGO)
    assert [one.name for one in privacy_of_own(viewer)] == ["Ash", "Birch"]
