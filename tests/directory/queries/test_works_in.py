"""Where those at some addresses work."""

import pytest

from section11.directory.queries.works_in import works_in
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from tests.factories.directory import LONG_AGO, make_membership, make_organisation, make_participation, make_viewer

pytestmark = pytest.mark.django_db


def test_under_the_name_that_their_organisation_has_here() -> None:
    oak = make_organisation("Oak Surgery")
    here = make_participation(organisation=oak)
    make_participation(organisation=oak, name="Oak Medical Centre")
    ann = make_membership(role=Role.CONTRIBUTOR, of=oak).person.email
    gone = make_membership(role=Role.RETURN_LEAD, of=oak, ended_at=LONG_AGO).person.email
    elsewhere = make_membership(role=Role.RETURN_LEAD).person.email
    asked = [f" {ann.upper()}", gone, elsewhere, "new@example.org"]
    assert works_in(make_viewer(of=here.partnership), asked) == {ann: "Oak Surgery"}


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.EXECUTIVE_VIEWER, Role.RETURN_LEAD])
def test_it_is_for_officers(role: Role) -> None:
    with pytest.raises(Absent):
        works_in(make_viewer(role), [])
