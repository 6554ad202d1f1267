"""The list of submissions."""

import pytest

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from tests.factories.browsers import signed_in
from tests.factories.returns import submitted_return
from tests.web.returns.pages import at_page, state

pytestmark = pytest.mark.django_db


def test_after_the_audit_closes_everything_can_still_be_read_and_nothing_changed() -> None:
    opened, reference = submitted_return()
    Cycle.objects.update(state=CycleState.CLOSED)
    client = signed_in(opened.lead)
    for name, more in (("return_tasks", {}), ("return_copy", {}), ("submissions", {}), ("own_submission", {"reference": reference})):
        assert client.get(at_page(name, opened, **more)).status_code == 200, name
    client.post(at_page("start_amendment", opened), {"reason": "Too late"})
    assert state(opened) == "submitted"
