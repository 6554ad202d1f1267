"""Inviting those of the last audit again, each with a suggested form."""

import pytest
from django.test import Client

from section11.cycles.models import Cycle, Invitation
from section11.cycles.vocabulary import CycleState
from section11.directory.models import Partnership
from section11.returns.models import Return
from tests.factories.cycles import make_cycle, make_draft, make_invitation
from tests.factories.directory import make_participation, make_sector
from tests.factories.returns import Opened, make_answering_edition, submitted_return
from tests.queries import AssertQueries
from tests.web.cycles.pages import AUDIT, post, read, words

PATH = f"{AUDIT}/set-up/whom/again"


@pytest.fixture
def last(partnership: Partnership) -> Opened:
    """A unit that met all in last year's audit, and beside it one that never answered."""
    cycle = make_cycle(partnership, edition=make_answering_edition(), opens="2025-01-01", title="Audit of 2025")
    place = make_participation(partnership, sector=make_sector(partnership, key="schools"), name="Willow School")
    opened, _ = submitted_return(cycle=cycle, participation=place)
    make_invitation(cycle, participation=make_participation(partnership, name="Ash Club"))
    Cycle.objects.filter(pk=cycle.pk).update(state=CycleState.CLOSED)
    return opened


@pytest.fixture
def here(last: Opened, partnership: Partnership) -> Cycle:
    return make_draft(partnership, slug="audit", title="Section 11 audit 2027", edition=last.cycle.edition)


def invited(cycle: Cycle) -> dict[str, str]:
    return dict(Invitation.objects.filter(cycle=cycle).values_list("participation__name", "form"))


def test_each_with_what_it_did_and_the_reason_for_its_form(client: Client, here: Cycle) -> None:
    assert "Invite those of an earlier audit" in read(client, f"{AUDIT}/set-up/whom")
    text = read(client, PATH)
    assert "These units were asked in Audit of 2025" in text
    assert "Full form. Submitted by Willow School , 100% met: Fully met" in text
    assert "Review suggested: Fully met last time" in text
    assert "Full suggested: Did not submit last time" in text


def test_those_ticked_are_invited_with_the_form_chosen(client: Client, here: Cycle, last: Opened) -> None:
    number = last.invitation.pk
    answer = post(client, PATH, chosen=[number], **{f"form-{number}": "light"})
    assert "/jobs/" in answer["Location"]
    assert invited(here) == {"Willow School": "light"}
    assert "Willow School" not in read(client, PATH)
    assert "Invited Light form" in read(client, f"{PATH}?all=yes")


def test_all_that_match_each_with_its_suggested_form_or_one_for_all(client: Client, here: Cycle) -> None:
    post(client, f"{PATH}?form=review", whom="all", form_for_all="suggested")
    assert invited(here) == {"Willow School": "review"}
    post(client, f"{PATH}?answered=no", whom="all", form_for_all="light")
    assert invited(here) == {"Willow School": "review", "Ash Club": "light"}
    assert "No unit is like that, or all are invited already" in read(client, PATH)


def test_nobody_ticked_says_what_to_do(client: Client, here: Cycle) -> None:
    assert "Choose whom to invite" in words(post(client, PATH, 422))
    assert "Choose whom to invite" in words(post(client, PATH, 422, chosen=["x", "4711"]))
    assert invited(here) == {}


def test_into_an_open_audit_the_returns_are_made(client: Client, here: Cycle, last: Opened) -> None:
    Cycle.objects.filter(pk=here.pk).update(state=CycleState.OPEN)
    assert "Emails go out as soon as you invite" in read(client, PATH)
    post(client, PATH, chosen=[last.invitation.pk], **{f"form-{last.invitation.pk}": "review"})
    made = Return.objects.latest("pk")
    assert (made.round, made.previous_id) == (2, last.return_id)


def test_other_standards_say_so(client: Client, here: Cycle) -> None:
    Cycle.objects.filter(pk=here.pk).update(edition=make_answering_edition(tool="other-tool"))
    text = read(client, PATH)
    assert "no mapping joins them" in text
    assert "Review suggested" not in text
    Cycle.objects.filter(pk=here.pk).update(edition=None)
    assert "Choose the audit tool and edition first" in read(client, PATH)


def test_a_closed_audit_invites_nobody(client: Client, here: Cycle, last: Opened) -> None:
    Cycle.objects.filter(pk=here.pk).update(state=CycleState.CLOSED)
    assert "Invite those ticked" not in read(client, PATH)
    post(client, PATH, 200, chosen=[last.invitation.pk])
    assert invited(here) == {}


def test_the_first_audit_of_all_has_nobody_to_invite_again(client: Client, draft: Cycle) -> None:
    assert "No earlier audit is here yet" in read(client, PATH)


def test_ten_statements_at_two_sizes_and_fifty_rows_a_page(
    client: Client, here: Cycle, last: Opened, partnership: Partnership, assert_queries: AssertQueries
) -> None:
    read(client, PATH)
    with assert_queries(10):
        read(client, PATH)
    for _ in range(60):
        make_invitation(last.cycle, participation=make_participation(partnership))
    with assert_queries(10):
        assert "Showing 1 to 50 of 62 units" in read(client, PATH)
    assert "Showing 51 to 62 of 62 units" in read(client, f"{PATH}?page=2")
