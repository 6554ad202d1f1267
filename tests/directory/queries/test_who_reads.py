"""Each query of a directory answers the roles it names and nobody else, without the access table."""

import pytest

from section11.directory.queries.participations import participation, participation_choices, participations
from section11.directory.queries.people import colleagues, people_of_organisation
from section11.directory.queries.sector_leads import may_lead, sector_leads
from section11.directory.vocabulary import UNIT_ROLES
from tests.factories.readers import ELSEWHERE, EVERYBODY, OFFICERS, wrongly_answered
from tests.factories.world import make_place

OWN = frozenset({ELSEWHERE})  # it answers about the viewer's own partnership
READS = {
    "colleagues": (EVERYBODY | OWN, lambda v, p: colleagues(v)),
    "may_lead": (OFFICERS | OWN, lambda v, p: may_lead(v)),
    "participation": (EVERYBODY, lambda v, p: participation(v, p.opened.participation.slug)),
    "participation_choices": (EVERYBODY, lambda v, p: participation_choices(v)),
    "participations": (EVERYBODY, lambda v, p: participations(v).rows),
    "people_of_organisation": (UNIT_ROLES, lambda v, p: people_of_organisation(v)),
    "sector_leads": (EVERYBODY, lambda v, p: sector_leads(v)),
}


@pytest.mark.django_db
def test_each_query_answers_its_roles_and_nobody_else() -> None:
    assert wrongly_answered(READS, make_place()) == []
