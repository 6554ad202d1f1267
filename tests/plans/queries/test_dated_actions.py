"""The dates of a lead's calendar."""

import pytest

from section11.directory.models import Person
from section11.directory.vocabulary import Role
from section11.plans.queries.dated_actions import dated_actions
from tests.factories.directory import make_membership
from tests.factories.plans import followed_action
from tests.factories.returns import in_organisation

pytestmark = pytest.mark.django_db


def test_they_are_of_the_units_led_in_the_organisation_where_one_is() -> None:
    here, elsewhere = followed_action(), followed_action()
    lead = Person.objects.get(pk=here.opened.lead.person_id)
    make_membership(lead, Role.RETURN_LEAD, of=elsewhere.opened.unit)
    assert [one.action_id for one in dated_actions(in_organisation(lead, here.opened))] == [here.action_id]
    assert [one.action_id for one in dated_actions(in_organisation(lead, elsewhere.opened))] == [elsewhere.action_id]
    contributor = Person.objects.get(pk=here.opened.contributor.person_id)
    assert dated_actions(in_organisation(contributor, here.opened)) == []
