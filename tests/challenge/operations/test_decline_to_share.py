import pytest

from section11.challenge.operations.decline_to_share import decline_to_share
from section11.challenge.vocabulary import GoodPracticeState
from tests.challenge.operations.around import only_leads_may
from tests.factories.judging import make_practice, verbs
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("before", [GoodPracticeState.ASKED, GoodPracticeState.AGREED])
def test_a_lead_declines_also_after_having_agreed(before: GoodPracticeState) -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference, before)
    decline_to_share(opened.lead, row.pk, at=AT)
    row.refresh_from_db()
    assert (row.state, row.decided_by_name) == (GoodPracticeState.DECLINED, opened.lead.name)
    for stream in (opened.organisation_stream, opened.partnership_stream):
        assert verbs(stream)[-1] == "declined-to-share"


def test_nobody_else_declines() -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference, GoodPracticeState.ASKED)
    only_leads_may(opened, lambda viewer: decline_to_share(viewer, row.pk, at=AT))
