from datetime import timedelta

import pytest

from section11.directory.vocabulary import Role
from section11.notices.kinds.contributor_invited import KIND
from section11.notices.vocabulary import EmailKind
from tests.factories.directory import make_membership, make_organisation, make_person
from tests.factories.notices import texts
from tests.factories.returns import AT, open_return

pytestmark = pytest.mark.django_db
BEFORE = AT - timedelta(minutes=1)


def test_says_who_asks_for_help_with_what_by_when():
    opened = open_return()
    made = make_membership(make_person("Cem Helper"), Role.CONTRIBUTOR, of=opened.unit, started_at=AT)
    [(notice, text)] = texts(KIND, BEFORE)
    assert (notice.kind, notice.about) == (EmailKind.CONTRIBUTOR_INVITED, f"membership:{made.pk}")
    assert notice.partnership_id == opened.cycle.partnership_id
    assert f"{opened.lead.name} has asked you to help {opened.participation.name}" in text.body
    assert opened.cycle.title in text.body
    assert "31 March 2027, end of day" in text.body
    assert notice.reply_to in text.body


def test_a_unit_without_a_return_or_lead_may_have_contributors_too():
    organisation = make_organisation("Elm House")
    make_membership(role=Role.CONTRIBUTOR, of=organisation, started_at=AT)
    [(notice, text)] = texts(KIND, BEFORE)
    assert (notice.partnership_id, notice.reply_to, notice.subject_ref) == (None, "", "")
    assert "Elm House has asked you to help Elm House" in text.body
    assert "is due" not in text.body


def test_those_who_came_before_or_left_get_none():
    opened = open_return()
    make_membership(role=Role.CONTRIBUTOR, of=opened.unit, started_at=AT, ended_at=AT)
    assert texts(KIND, BEFORE) == []
