"""Each query of returns that looks at a partnership answers the roles it names and nobody else, without the access table."""

import pytest

from section11.returns.queries.approached import approached_units
from section11.returns.queries.received import received_return
from section11.returns.queries.round_of import rounds_of_invitations
from section11.returns.queries.rounds import rounds_of_cycles, rounds_of_organisation
from section11.returns.queries.submission_records import submission_records
from tests.factories.readers import EVERYBODY, OFFICERS, READERS, wrongly_answered
from tests.factories.world import make_place

READS = {
    "approached_units": (EVERYBODY, lambda v, p: approached_units(v, p.opened.cycle.pk)),
    "received_return": (OFFICERS, lambda v, p: received_return(v, p.opened.invitation.pk)),
    "rounds_of_cycles": (EVERYBODY, lambda v, p: rounds_of_cycles(v, p.opened.cycle.pk)),
    "rounds_of_invitations": (EVERYBODY, lambda v, p: rounds_of_invitations(v, [p.opened.invitation.pk])),
    "rounds_of_organisation": (READERS, lambda v, p: rounds_of_organisation(v, p.opened.participation.slug)),
    "submission_records": (OFFICERS, lambda v, p: submission_records(v, p.opened.cycle.pk)),
}


@pytest.mark.django_db
def test_each_query_answers_its_roles_and_nobody_else() -> None:
    assert wrongly_answered(READS, make_place()) == []
