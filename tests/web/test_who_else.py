"""The access matrix for people who are more, or less, than their role: by panel, home organisation, parts and sector."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from section11.challenge.models import FollowUp
from section11.challenge.operations.give_reviewer_part import give_reviewer_part
from section11.directory.models import Membership, Person
from section11.directory.vocabulary import Role, SectorKind
from tests.factories.browsers import signed_in
from tests.factories.directory import make_membership, make_sector
from tests.factories.follow_up import make_strategic_lead
from tests.factories.returns import AT
from tests.factories.world import Place, make_place, parts_of_route, people_of
from tests.web.matrix import SCOPED, leaks

COLLEAGUE = "so a colleague must do this"
# Judging, as posted with nothing filled in: the rule comes before what is missing.
JUDGING = (
    *("agree_level", "challenge", "judgement", "give_recommendations", "change_recommendation", "give_recommendation"),
    *("ask_consent", "change_good_practice", "follow_up"),
)
OFFICERS_JUDGING = (
    *("pick_for_follow_up", "agree_support", "log_support", "close_support"),
    *("confirm_action", "reopen_action", "reply_to_support"),
)

pytestmark = pytest.mark.django_db


def member(own: Place, role: Role) -> Person:
    return make_membership(role=role, of=own.opened.cycle.partnership).person


def reviewer_of_no_panel(own: Place) -> Person:
    return member(own, Role.REVIEWER)


def reviewer_of_another_sector(own: Place) -> Person:
    membership = make_membership(role=Role.REVIEWER, of=own.opened.cycle.partnership)
    sector = make_sector(own.opened.cycle.partnership, SectorKind.PROBATION)
    give_reviewer_part(own.opened.officer, own.opened.cycle.slug, membership.pk, f"sector:{sector.key}", at=AT)
    return membership.person


def reviewer_who_works_there(own: Place) -> Person:
    return at_home(own, people_of(own)[Role.REVIEWER])


def officer_who_works_there(own: Place) -> Person:
    return at_home(own, people_of(own)[Role.OFFICER])


def strategic_lead(own: Place) -> Person:
    return Person.objects.get(pk=make_strategic_lead(own.opened).person_id)


def strategic_lead_of_another_partnership(own: Place) -> Person:
    return strategic_lead(make_place())


def at_home(own: Place, person: Person) -> Person:
    Membership.objects.filter(person=person).update(home_organisation=own.opened.unit.organisation)
    return person


PACKS = {"panel_pack_pdf", "pack", "pack_pdf", "record_outcome"}


@pytest.mark.parametrize(
    ("make", "role", "closed"),
    [
        (reviewer_of_no_panel, Role.REVIEWER, {*PACKS, "panel_pack"}),
        (reviewer_of_another_sector, Role.REVIEWER, {*PACKS, "panel_pack"}),
        (reviewer_who_works_there, Role.REVIEWER, PACKS),
        (officer_who_works_there, Role.OFFICER, {*PACKS, "edit_letter", "approve_letter", "discard_letter"}),
        (strategic_lead, Role.EXECUTIVE_VIEWER, set()),
        (strategic_lead_of_another_partnership, None, set()),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_they_open_what_their_role_does_but_for_what_is_closed_to_them(
    make: Callable[[Place], Person], role: Role | None, closed: set[str]
) -> None:
    own, foreign = make_place(), make_place()
    found = leaks(signed_in(make(own)), own, foreign, may=lambda access: role in access.roles)
    to_them = {name for name in SCOPED for line in found if f"({name}, own) is closed to whom it is for" in line}
    assert to_them == closed
    assert len(found) == len(closed), found


@pytest.mark.parametrize("make", [reviewer_who_works_there, officer_who_works_there])
def test_whoever_works_there_judges_nothing_of_it(make: Callable[[Place], Person]) -> None:
    own = make_place()
    client = signed_in(make(own))
    officers = OFFICERS_JUDGING if make is officer_who_works_there else ()
    assert {name: told(client, name, own) for name in (*JUDGING, *officers)} == dict.fromkeys((*JUDGING, *officers), (422, True))


def test_a_colleague_is_not_told_so() -> None:
    own = make_place()
    client = signed_in(people_of(own)[Role.OFFICER])
    assert [name for name in (*JUDGING, *OFFICERS_JUDGING) if told(client, name, own)[1]] == []


def test_only_the_sectors_own_lead_takes_a_follow_up() -> None:
    own = make_place()
    address = reverse("follow_up", kwargs={part: own.parts[part] for part in parts_of_route("follow_up")})
    make_strategic_lead(own.opened)
    other = signed_in(member(own, Role.EXECUTIVE_VIEWER))
    assert other.post(address, {"step": "acknowledge"}).status_code == 422
    assert FollowUp.objects.get(pk=own.parts["follow_up"]).state == "open"


def told(client: Client, name: str, own: Place) -> tuple[int, bool]:
    """How an empty post is answered, and whether the page says that a colleague must do it."""
    assert name in SCOPED
    response = client.post(reverse(name, kwargs={part: own.parts[part] for part in parts_of_route(name)}))
    return response.status_code, COLLEAGUE in response.content.decode()
