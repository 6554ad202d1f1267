from datetime import timedelta

import pytest

from section11.lib.errors import Absent
from section11.returns.queries.head import return_head
from section11.returns.queries.history import MOST, answer_history
from tests.factories.returns import AT, open_return, rate

pytestmark = pytest.mark.django_db


def test_earlier_versions_are_told_the_latest_first() -> None:
    opened = open_return()
    rate(opened, "1.1", "partial", comment="First", no_action_reason="None")
    rate(opened, "1.1", "", comment="Second", at=AT + timedelta(minutes=20))
    rate(opened, "1.2")
    told = answer_history(return_head(opened.lead, opened.return_id), "1.1")
    assert told["statement"].ref == "1.1"
    assert [(r.version, r.level_label, r.comment, r.no_action_reason) for r in told["revisions"]] == [
        (2, "", "Second", ""),
        (1, "Partially met", "First", "None"),
    ]


def test_very_many_are_cut() -> None:
    opened = open_return()
    for number in range(MOST + 3):
        rate(opened, "1.1", comment=f"Text {number}", at=AT + timedelta(hours=number))
    revisions = answer_history(return_head(opened.lead, opened.return_id), "1.1")["revisions"]
    assert (len(revisions), revisions[0].version) == (MOST, MOST + 3)


def test_a_statement_that_is_not_asked_is_absent() -> None:
    opened = open_return(form="light")
    for ref in ("1.2", "9.9"):
        with pytest.raises(Absent):
            answer_history(return_head(opened.lead, opened.return_id), ref)
