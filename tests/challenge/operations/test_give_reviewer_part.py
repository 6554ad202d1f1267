import pytest

from section11.challenge.models import ReviewerPart
from section11.challenge.operations.give_reviewer_part import give_reviewer_part
from section11.challenge.queries.reviewer_parts import remit
from section11.directory.models import Membership
from section11.directory.vocabulary import Role, SectorKind
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from tests.factories.challenge import make_reviewer
from tests.factories.directory import make_membership, make_sector, make_viewer
from tests.factories.returns import AT, open_return, partnership_viewer
from tests.people import let_in
from tests.returns.around import events

pytestmark = pytest.mark.django_db


def test_from_the_first_part_on_a_reviewer_writes_in_those_only() -> None:
    opened = open_return(local=["We know our neighbours"])
    reviewer = make_reviewer(opened.cycle)
    member = Membership.objects.get(person_id=reviewer.person_id)
    for _ in range(2):  # twice is once
        give_reviewer_part(opened.officer, opened.cycle.slug, member.pk, "standard:1", at=AT)
    give_reviewer_part(opened.officer, opened.cycle.slug, member.pk, "standard:L", at=AT)
    found = remit(reviewer, opened.invitation.pk)
    assert [found.covers(ref) for ref in ("1", "2", "L")] == [True, False, True]
    part = ReviewerPart.objects.first()
    assert part
    assert (part.given_at, part.given_by_name) == (AT, opened.officer.name)
    give_reviewer_part(opened.officer, opened.cycle.slug, member.pk, f"sector:{opened.invitation.sector.key}", at=AT)
    assert remit(reviewer, opened.invitation.pk).covers("2")
    assert [(stream, details) for stream, _, _, details in events("gave-reviewer-part")] == [
        (opened.partnership_stream, {"part": part, "to": member.person.ref})
        for part in ("standard:1", "standard:L", f"sector:{opened.invitation.sector.key}")
    ]


@pytest.mark.parametrize("part", ["standard:9", "sector:nonsense", "statement:1.1", "sector:police", ""])
def test_what_is_not_there_cannot_be_given(part: str) -> None:
    opened = open_return()
    make_sector(kind=SectorKind.POLICE)  # another partnership's
    make_reviewer(opened.cycle)
    member = Membership.objects.get(role=Role.REVIEWER)
    with pytest.raises(Refused) as told:
        give_reviewer_part(opened.officer, opened.cycle.slug, member.pk, part, at=AT)
    assert set(told.value.problems) == {"part"}


def test_only_reviewers_of_this_partnership_now_are_given_something() -> None:
    opened = open_return()
    left = make_membership(role=Role.REVIEWER, of=opened.cycle.partnership, ended_at=AT)
    elsewhere = make_membership(role=Role.REVIEWER)
    officer = Membership.objects.get(person_id=opened.officer.person_id)
    for member in (left.pk, elsewhere.pk, officer.pk, 4711):
        with pytest.raises(Refused) as told:
            give_reviewer_part(opened.officer, opened.cycle.slug, member, "standard:1", at=AT)
        assert set(told.value.problems) == {"member"}
    assert not ReviewerPart.objects.exists()


def test_officers_may_in_their_own_cycles() -> None:
    opened = open_return()
    member = make_membership(role=Role.REVIEWER, of=opened.cycle.partnership)
    people: dict[str, Viewer] = {role: partnership_viewer(opened, role) for role in (Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER)}
    people |= {"elsewhere": make_viewer(Role.OFFICER), "lead": opened.lead}
    assert let_in(people, lambda who: give_reviewer_part(who, opened.cycle.slug, member.pk, "standard:1", at=AT)) == {"officer"}
    with pytest.raises(Absent):
        give_reviewer_part(opened.officer, open_return().cycle.slug, member.pk, "standard:1", at=AT)
