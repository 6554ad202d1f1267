"""Those who lead a unit are told whom an officer made a lead beside them, or in their place."""

from datetime import datetime, timedelta

import pytest

from section11.directory.models import Membership
from section11.directory.operations.admit_member import admit_member
from section11.directory.operations.hand_over import hand_over
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from section11.notices.kinds.lead_let_in import KIND
from section11.notices.notice import Notice, Text
from section11.notices.vocabulary import EmailKind
from tests.factories.directory import make_membership, make_person
from tests.factories.notices import texts
from tests.factories.returns import AT, Opened, open_return

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=1)


@pytest.fixture
def opened() -> Opened:
    return open_return()


def let_in(viewer: Viewer, opened: Opened, *, role: Role = Role.RETURN_LEAD, at: datetime = LATER) -> Membership:
    return admit_member(viewer, role=role, name="Ben New", email="ben@example.org", unit_id=opened.unit.pk, at=at)


def told(since: datetime = AT) -> list[tuple[Notice, Text]]:
    return texts(KIND, since)


def test_who_leads_is_told_of_a_second_lead_with_name_address_and_officer(opened: Opened) -> None:
    made = let_in(opened.officer, opened)
    [(notice, text)] = told()
    assert (notice.kind, notice.partnership_id) == (EmailKind.LEAD_LET_IN, opened.cycle.partnership_id)
    assert notice.recipient.person_ref == opened.lead.person_ref
    assert notice.about == f"lead-let-in:{made.pk}:{opened.lead.person_ref.partition(':')[2]}"
    assert "Ben New (ben@example.org)" in text.body
    assert opened.officer.name in text.body
    assert opened.cycle.partnership.name in text.body
    assert f"/o/{opened.unit.organisation.slug}/people" in text.body


def test_who_is_replaced_is_told_that_their_place_has_ended(opened: Opened) -> None:
    old = Membership.objects.get(person=opened.lead.person_id, role=Role.RETURN_LEAD)
    hand_over(opened.officer, old.pk, name="Ben New", email="ben@example.org", at=LATER)
    [(notice, text)] = told()
    assert notice.recipient.person_ref == opened.lead.person_ref
    assert "Your own place as a return lead has ended" in text.body
    assert "/people" not in text.body


def test_deputies_are_told_and_those_who_left_before_or_lead_elsewhere_are_not(opened: Opened) -> None:
    deputy = make_membership(make_person("Dee Deputy"), Role.RETURN_LEAD, of=opened.unit, is_deputy=True, started_at=AT)
    make_membership(make_person("Gone"), Role.RETURN_LEAD, of=opened.unit, started_at=AT, ended_at=AT)
    open_return(cycle=opened.cycle)
    let_in(opened.officer, opened)
    assert {notice.recipient.person_ref for notice, _ in told()} == {opened.lead.person_ref, deputy.person.ref}


def test_nobody_is_told_of_the_first_lead_of_a_contributor_or_of_whom_a_lead_let_in(opened: Opened) -> None:
    let_in(opened.officer, opened, role=Role.CONTRIBUTOR)
    let_in(opened.lead, opened)
    assert told() == []
    assert [one for one in told(AT - timedelta(days=400)) if one[0].recipient.person_ref == opened.lead.person_ref] == []
