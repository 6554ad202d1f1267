"""Actions that were shared are read by the roles that read submissions; how many were closed, by everybody there."""

import pytest

from section11.plans.queries.closed_since import actions_since
from section11.plans.queries.following import followed_actions
from tests.factories.readers import EVERYBODY, READERS, wrongly_answered
from tests.factories.world import make_place

READS = {
    "actions_since": (EVERYBODY, lambda v, p: actions_since(v, p.opened.cycle.pk)),
    "followed_actions": (READERS, lambda v, p: followed_actions(v).exists()),
}


@pytest.mark.django_db
def test_each_query_answers_its_roles_and_nobody_else() -> None:
    assert wrongly_answered(READS, make_place()) == []
