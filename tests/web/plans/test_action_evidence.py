"""A file that shows an action is done."""

import pytest

from section11.evidence.operations.add_evidence import add_evidence
from section11.plans.operations.finish_action import finish_action
from tests.factories.plans import DONE, followed_action
from tests.factories.returns import AT
from tests.web.plans.pages import officer_of, theirs, told

pytestmark = pytest.mark.django_db


def test_the_partnership_downloads_it_and_no_other_file_of_the_unit() -> None:
    followed = followed_action()
    lead, unit = followed.opened.lead, followed.opened.unit
    shown, other = (
        add_evidence(lead, unit.pk, kind="file", title=name, file_name=f"{name}.txt", data=b"Twelve", at=AT) for name in ("shown", "other")
    )
    finish_action(lead, followed.action_id, DONE, evidence=[shown], version=1, at=AT)
    client = officer_of(followed)
    assert "shown" in told(client, theirs("followed_action", followed))
    response = client.get(theirs("action_evidence", followed, item_id=shown))
    assert response.getvalue() == b"Twelve"
    assert response["Content-Disposition"].startswith("attachment")
    assert client.get(theirs("action_evidence", followed, item_id=other)).status_code == 404
