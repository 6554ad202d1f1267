import pytest

from section11.challenge.operations.agree_to_share import agree_to_share
from section11.challenge.vocabulary import GoodPracticeState
from section11.lib.errors import Absent
from tests.challenge.operations.around import only_leads_may
from tests.factories.judging import make_practice, verbs
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("before", [GoodPracticeState.ASKED, GoodPracticeState.DECLINED])
def test_a_lead_agrees_also_after_having_declined(before: GoodPracticeState) -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference, before)
    agree_to_share(opened.lead, row.pk, at=AT)
    row.refresh_from_db()
    assert (row.state, row.decided_at, row.decided_by_name) == (GoodPracticeState.AGREED, AT, opened.lead.name)
    for stream in (opened.organisation_stream, opened.partnership_stream):
        assert verbs(stream)[-1] == "agreed-to-share"


def test_what_was_not_asked_is_absent_even_to_its_lead() -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference)
    with pytest.raises(Absent):
        agree_to_share(opened.lead, row.pk, at=AT)


def test_nobody_else_agrees() -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference, GoodPracticeState.ASKED)
    only_leads_may(opened, lambda viewer: agree_to_share(viewer, row.pk, at=AT))
