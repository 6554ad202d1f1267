from datetime import UTC, date, datetime

import pytest
from django.test import Client

from section11.cycles.models import Contact, Cycle
from section11.cycles.vocabulary import CycleState, InvitationState, Progress
from section11.directory.models import Organisation, Participation, Partnership, Unit
from section11.directory.vocabulary import Role, SectorKind
from section11.notices.vocabulary import EmailKind, EmailState
from tests.factories.cycles import LONG_AGO, make_cycle, make_invitation
from tests.factories.directory import make_membership, make_organisation, make_participation, make_sector, make_unit
from tests.factories.notices import make_email
from tests.factories.returns import make_answering_edition, next_return, submitted_return
from tests.queries import assert_queries_below
from tests.web.cycles.conftest import BrowserOf
from tests.web.cycles.pages import AUDIT, read

PATH = f"{AUDIT}/register"


def place(cycle: Cycle, name: str, **fields: object) -> Participation:
    return make_participation(cycle.partnership, make_organisation(name), **fields)


@pytest.fixture
def register(cycle: Cycle) -> Cycle:
    """One invitation in each state that matters."""
    gp = make_sector(cycle.partnership, SectorKind.PRIMARY_CARE, label="GP practices")
    oak = place(cycle, "Oak Surgery", sector=gp)
    make_invitation(cycle, participation=oak, progress=Progress.IN_PROGRESS, asked=65, answered=12, form="light")
    ward = make_unit(oak.organisation, "Branch")
    make_invitation(cycle, participation=oak, unit=ward, due=date(2026, 10, 4))
    sent = {"progress": Progress.SUBMITTED, "submissions": 1, "submitted_at": datetime(2026, 9, 30, 23, 30, tzinfo=UTC)}
    make_invitation(cycle, participation=place(cycle, "Ash School"), submitted_by="Ann Lead", **sent)
    make_invitation(cycle, participation=place(cycle, "elm school"), state=InvitationState.EXEMPT)
    make_invitation(cycle, participation=place(cycle, "Yew 100% School"), progress=Progress.WITH_SIGNATORY)
    return cycle


def test_each_row_says_where_it_stands(client: Client, register: Cycle) -> None:
    text = read(client, PATH)
    for told in (
        "Oak Surgery In progress 12 of 65 answered 31 Mar 2027 GP practices Light None yet",
        "Oak Surgery Branch Not opened Overdue 4 Oct 2026 its own date",
        "Ash School Submitted 1 October 2026 by Ann Lead 31 Mar 2027 School Full",
        "elm school Exempt",
        "Yew 100% School With signatory",
    ):
        assert told in text
    for count in ("5 in all", "1 returned", "3 not returned", "1 overdue", "1 in progress", "1 with signatory", "1 exempt"):
        assert count in text
    assert text.index("Ash School") < text.index("elm school") < text.index("Oak Surgery") < text.index("Yew")


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("?state=overdue", ["Oak Surgery Branch"]),
        ("?state=returned", ["Ash School"]),
        ("?state=waiting&sector=school", ["Yew 100% School"]),
        ("?sector=primary-care", ["Oak Surgery In", "Oak Surgery Branch"]),
        ("?search=school", ["Ash School", "elm school", "Yew 100% School"]),
        ("?search=oak+branch", ["Oak Surgery Branch"]),
        ("?search=100%25", ["Yew 100% School"]),
        ("?search=%25", ["Yew 100% School"]),
        ("?state=nonsense&sort=nonsense&page=x", ["Ash School", "elm school", "Oak Surgery", "Yew 100% School"]),
        ("?sector=nowhere", []),
    ],
)
def test_filters_stay_in_the_address(query: str, rows: list[str], client: Client, register: Cycle) -> None:
    text = read(client, PATH + query)
    shown = text.split("Last contact")[-1]
    for name in ("Ash School", "elm school", "Oak Surgery In", "Oak Surgery Branch", "Yew 100% School"):
        assert (name in shown) == any(name.startswith(row) for row in rows), name
    assert ("No return is like that" in text) == (not rows)


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("-organisation", "Yew"),
        ("due", "Oak Surgery: Branch"),
        ("state", "Oak Surgery: Branch"),
        ("-state", "elm"),
        ("-contact", "Ash"),
        ("form", "Ash"),
    ],
)
def test_every_column_sorts(sort: str, first: str, client: Client, register: Cycle) -> None:
    ash = register.invitations.get(participation__name="Ash School")
    Contact.objects.create(invitation=ash, kind="phone", note="x", at=LONG_AGO, logged_by="x", logged_by_name="x")
    text = read(client, f"{PATH}?sort={sort}")
    assert text.split("Choose ")[2].startswith(first)


def test_a_draft_is_for_officers_and_says_so(client: Client, browser_of: BrowserOf, draft: Cycle) -> None:
    assert "Nobody is invited yet" in read(client, PATH)
    make_invitation(draft)
    text = read(client, PATH)
    assert "not open yet" in text
    assert "Not sent yet" in text
    for role in (Role.REVIEWER, Role.EXECUTIVE_VIEWER, Role.SCRUTINEER):
        assert browser_of(role).get(PATH).status_code == 404


def test_those_who_only_read_choose_nothing(browser_of: BrowserOf, register: Cycle) -> None:
    for role in (Role.REVIEWER, Role.EXECUTIVE_VIEWER, Role.SCRUTINEER):
        text = read(browser_of(role), PATH)
        assert "12 of 65 answered" in text
        assert "Remind" not in text
        assert "Invite more" not in text


def test_a_closed_audit_is_not_chased(client: Client, register: Cycle) -> None:
    Cycle.objects.update(state=CycleState.CLOSED)
    text = read(client, PATH)
    assert "(closed)" in text
    assert "Remind" not in text
    assert "Withdraw them" not in text


def test_fifty_to_a_page_and_no_more_asked_of_the_database_for_many(client: Client, cycle: Cycle) -> None:
    counts = []
    for number in (50, 366):
        fill(cycle, number - cycle.invitations.count())
        with assert_queries_below(10) as seen:
            text = read(client, PATH)
        counts.append(seen.count)
        assert text.count("Choose School") == 50
    assert counts[0] == counts[1]
    assert "Showing 1 to 50 of 366 returns" in text
    assert "Choose all 366 that match" in text
    assert "Showing 351 to 366 of 366" in read(client, f"{PATH}?page=8")


def fill(cycle: Cycle, number: int) -> None:
    """That many more organisations with a lead, invited."""
    for n in range(number):
        there = Organisation.objects.count()
        made = Organisation.objects.create(slug=f"school-{there}", name=f"School {there}", created_at=LONG_AGO)
        unit = Unit.objects.create(organisation=made)
        make_invitation(cycle, participation=make_participation(cycle.partnership, made), order=n)
        if n < 3:
            make_membership(role=Role.RETURN_LEAD, of=unit)


def test_a_later_round_says_so_with_last_times_submission(client: Client, partnership: Partnership) -> None:
    before, reference = submitted_return(cycle=make_cycle(partnership, edition=make_answering_edition()))
    now = next_return(before, form="review")
    address = f"/p/{partnership.slug}/cycles/{now.cycle.slug}"
    assert "Review round 2, last time" in read(client, f"{address}/register")
    assert f"/submissions/{reference}" in client.get(f"{address}/register").content.decode()
    text = read(client, f"{address}/invitations/{now.invitation.pk}")
    assert f"Round 2. Last time: {before.cycle.title}" in text
    assert "round" not in read(client, f"/p/{partnership.slug}/cycles/{before.cycle.slug}/register").lower()


def test_all_that_match_can_be_chosen_at_once_where_there_are_several(client: Client, register: Cycle) -> None:
    assert "Choose all 5 that match" in read(client, PATH)
    assert "Choose all" not in read(client, f"{PATH}?state=overdue")


def test_an_email_of_the_ladder_stands_beside_the_last_contact_for_officers(client: Client, register: Cycle, browser_of: BrowserOf) -> None:
    late = register.invitations.get(due=date(2026, 10, 4))
    told = {"kind": EmailKind.LADDER_OVERDUE, "state": EmailState.SENT, "sent_at": datetime(2026, 10, 5, 8, 0, tzinfo=UTC)}
    make_email(register.partnership_id, subject_ref=late.ref, **told)
    assert "None yet ladder email 5 Oct 2026" in read(client, f"{PATH}?state=overdue")
    assert "ladder email" not in read(browser_of(Role.EXECUTIVE_VIEWER), f"{PATH}?state=overdue")
