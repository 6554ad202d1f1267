from datetime import date

import pytest

from section11.cycles.models import Cycle, Invitation
from section11.directory.queries import viewer_of_person
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import Return
from section11.returns.queries.head import return_head, return_heads
from tests.factories.cycles import make_cycle
from tests.factories.directory import make_membership, make_unit, make_viewer
from tests.factories.returns import AT, Opened, in_organisation, make_answering_edition, open_return, submitted_return
from tests.people import let_in, person_of
from tests.queries import AssertQueries
from tests.returns.around import OWN, people_around

pytestmark = pytest.mark.django_db


def test_it_says_which_return_whose_for_whom_and_by_when() -> None:
    opened = open_return(local=["We know our neighbours"])
    head = return_head(opened.lead, opened.return_id)
    cycle, partnership = opened.cycle, opened.cycle.partnership
    assert (head.return_id, head.ref, head.stream) == (opened.return_id, f"return:{opened.return_id}", opened.organisation_stream)
    assert (head.state, head.round, head.previous_id, head.progress) == ("open", 1, None, "not-opened")
    assert (head.unit_id, head.unit_name, head.organisation_slug) == (opened.unit.pk, "", opened.unit.organisation.slug)
    assert (head.organisation_name, head.sector_key, head.form) == (opened.participation.name, "school", "full")
    assert (head.cycle_title, head.partnership_name, head.contact_email) == (cycle.title, partnership.name, partnership.contact_email)
    assert cycle.edition
    assert cycle.local_edition
    assert (head.edition_id, head.edition_hash) == (cycle.edition.pk, cycle.edition.content_hash)
    assert (head.local_edition_id, head.local_edition_hash) == (cycle.local_edition.pk, cycle.local_edition.content_hash)
    assert (head.asked, head.answered, head.submissions, head.due, head.takes_files) == (5, 0, 0, date(2027, 3, 31), True)


def test_the_name_is_the_one_known_in_the_partnership() -> None:
    opened = open_return()
    opened.participation.name = "Oak Surgery (north)"
    opened.participation.save()
    assert return_head(opened.lead, opened.return_id).organisation_name == "Oak Surgery (north)"


def test_an_invitations_own_due_date_goes_before_the_cycles() -> None:
    opened = open_return(due=date(2027, 5, 1))
    assert return_head(opened.lead, opened.return_id).due == date(2027, 5, 1)


def test_roles_are_those_in_this_unit_now() -> None:
    opened = open_return()
    beside = make_unit(opened.unit.organisation)
    person = person_of(opened.contributor)
    make_membership(person, Role.RETURN_LEAD, of=beside)
    make_membership(person, Role.SIGNATORY, of=opened.unit, ended_at=AT)
    viewer = in_organisation(person, opened)
    assert viewer.has(Role.RETURN_LEAD)
    head = return_head(viewer, opened.return_id)
    assert (head.is_lead, head.is_signatory, head.is_contributor) == (False, False, True)


def test_foreign_and_absent_look_the_same() -> None:
    opened = open_return()
    assert let_in(people_around(opened), lambda who: return_head(who, opened.return_id)) == OWN
    with pytest.raises(Absent):
        return_head(opened.lead, 4711)


def test_an_officer_sees_no_draft_but_an_officer_who_leads_there_does() -> None:
    opened = open_return()
    with pytest.raises(Absent):
        return_head(opened.officer, opened.return_id)
    make_membership(person_of(opened.officer), Role.RETURN_LEAD, of=opened.unit)
    assert return_head(in_organisation(person_of(opened.officer), opened), opened.return_id).is_lead


def titles(viewer: Viewer) -> list[str]:
    return [head.cycle_title for head in return_heads(viewer)]


def next_to(opened: Opened, title: str, **cycle: object) -> Opened:
    """A return of the same unit to another partnership."""
    return open_return(cycle=make_cycle(edition=make_answering_edition(), title=title, **cycle), unit=opened.unit)


def test_what_is_to_do_comes_first_by_due_date_and_what_is_in_or_no_longer_taken_follows_latest_first() -> None:
    opened, _ = submitted_return()
    Cycle.objects.filter(pk=opened.cycle.pk).update(title="In", due=date(2026, 1, 1))
    for title, due in (("Later", date(2027, 5, 1)), ("Some time", None), ("Sooner", date(2027, 2, 1))):
        next_to(opened, title, due=due)
    closed, withdrawn = next_to(opened, "Closed", due=date(2026, 2, 1)), next_to(opened, "Withdrawn", due=date(2026, 3, 1))
    Cycle.objects.filter(pk=closed.cycle.pk).update(state="closed")
    Invitation.objects.filter(pk=withdrawn.invitation.pk).update(state="withdrawn")
    assert titles(opened.lead) == ["Sooner", "Later", "Some time", "Withdrawn", "Closed", "In"]


def test_a_person_sees_their_own_returns_everywhere_and_in_an_organisation_only_its() -> None:
    one, other = open_return(), open_return()
    person = person_of(one.lead)
    make_membership(person, Role.CONTRIBUTOR, of=other.unit)
    assert {head.return_id for head in return_heads(viewer_of_person(person))} == {one.return_id, other.return_id}
    assert [head.return_id for head in return_heads(in_organisation(person, one))] == [one.return_id]
    assert return_heads(make_viewer(Role.OFFICER, of=one.cycle.partnership)) == []


@pytest.mark.parametrize(
    ("state", "cycle", "invitation", "taken", "is_open"),
    [
        ("open", "open", "invited", True, True),
        ("open", "closed", "invited", False, False),
        ("open", "open", "withdrawn", False, False),
        ("open", "open", "exempt", False, False),
        ("with-signatory", "open", "invited", True, False),
        ("signed", "open", "invited", True, False),
        ("submitted", "open", "invited", True, False),
    ],
)
def test_when_it_is_taken_and_when_it_is_open(state: str, cycle: str, invitation: str, taken: bool, is_open: bool) -> None:
    opened = open_return()
    Return.objects.update(state=state)
    Cycle.objects.update(state=cycle)
    Invitation.objects.update(state=invitation)
    head = return_head(opened.lead, opened.return_id)
    assert (head.is_taken, head.is_open) == (taken, is_open)


def test_one_statement_whatever_the_number(assert_queries: AssertQueries) -> None:
    opened = open_return()
    for number in range(6):
        next_to(opened, f"Audit {number}")
    with assert_queries(1):
        assert len(return_heads(opened.lead)) == 7
    with assert_queries(1):
        return_head(opened.lead, opened.return_id)
