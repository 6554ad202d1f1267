from datetime import datetime
from functools import partial

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Cycle, Invitation
from section11.cycles.operations.invite_again import invite_again
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.cycles import DUE, make_cycle, make_draft, make_invitation
from tests.factories.directory import make_unit, make_viewer
from tests.factories.standards import make_edition
from tests.queries import AssertQueries
from tests.racing import failures, race

pytestmark = pytest.mark.django_db


def last_audit(count: int = 2, submissions: int = 1) -> tuple[Cycle, list[Invitation]]:
    """A closed audit, whose units answered, and its invitations."""
    cycle = make_cycle(state=CycleState.CLOSED)
    return cycle, [make_invitation(cycle, submissions=submissions) for _ in range(count)]


def forms(cycle: Cycle) -> dict[int, str]:
    return dict(Invitation.objects.filter(cycle=cycle).values_list("unit_id", "form"))


def test_each_unit_with_its_form(at: datetime) -> None:
    last, (first, second) = last_audit()
    department = make_invitation(last, participation=first.participation, unit=make_unit(first.participation.organisation))
    draft = make_draft(last.partnership, edition=last.edition)
    wanted = {first.pk: "review", second.pk: "full", department.pk: "light"}
    assert invite_again(make_viewer(of=draft.partnership), draft.slug, wanted, at=at) == 3
    assert forms(draft) == {first.unit_id: "review", second.unit_id: "full", department.unit_id: "light"}
    assert set(Invitation.objects.filter(cycle=draft).values_list("invited_at", flat=True)) == {None}
    assert ActivityEvent.objects.filter(verb="unit-invited").count() == 3


def test_into_an_open_audit_it_is_sent_at_once(at: datetime) -> None:
    last, (first, _) = last_audit()
    cycle = make_cycle(last.partnership, edition=last.edition)
    invite_again(make_viewer(of=cycle.partnership), cycle.slug, {first.pk: "full"}, at=at)
    assert Invitation.objects.get(cycle=cycle).invited_at == at


def test_who_is_invited_already_is_passed_over(at: datetime) -> None:
    last, (first, second) = last_audit()
    draft = make_draft(last.partnership, edition=last.edition)
    make_invitation(draft, participation=first.participation, form="light", state="withdrawn")
    officer = make_viewer(of=draft.partnership)
    assert invite_again(officer, draft.slug, {first.pk: "full", second.pk: "full"}, at=at) == 1
    assert invite_again(officer, draft.slug, {first.pk: "full", second.pk: "full"}, at=at) == 0
    assert forms(draft) == {first.unit_id: "light", second.unit_id: "full"}


def test_all_that_is_wrong_is_told_and_nobody_is_invited(at: datetime) -> None:
    last, (first, second) = last_audit()
    never = make_invitation(last)
    draft = make_draft(last.partnership, edition=last.edition)
    with pytest.raises(Refused) as told:
        invite_again(make_viewer(of=draft.partnership), draft.slug, {first.pk: "full", second.pk: "tiny", never.pk: "review"}, at=at)
    assert set(told.value.problems) == {second.participation.name, never.participation.name}
    assert forms(draft) == {}
    with pytest.raises(Refused, match="choose a form"):
        invite_again(make_viewer(of=draft.partnership), draft.slug, {first.pk: "huge"}, at=at)


def test_no_review_on_other_standards(at: datetime) -> None:
    last, (first, _) = last_audit()
    draft = make_draft(last.partnership, edition=make_edition(tool="other-tool"))
    with pytest.raises(Refused, match="can be compared"):
        invite_again(make_viewer(of=draft.partnership), draft.slug, {first.pk: "review"}, at=at)


def test_not_into_a_closed_audit_nor_after_the_due_date(at: datetime) -> None:
    last, (first, _) = last_audit()
    closed = make_cycle(last.partnership, edition=last.edition, state=CycleState.CLOSED)
    late = make_cycle(last.partnership, edition=last.edition, due=DUE.replace(year=2025))
    for cycle, words in ((closed, "closed"), (late, "has passed")):
        with pytest.raises(Refused, match=words):
            invite_again(make_viewer(of=cycle.partnership), cycle.slug, {first.pk: "full"}, at=at)


def test_only_own_units_by_officers(at: datetime) -> None:
    last, (first, _) = last_audit()
    foreign, (other, _) = last_audit()
    draft = make_draft(last.partnership, edition=last.edition)
    officer = make_viewer(of=draft.partnership)
    for wanted in ({other.pk: "full"}, {first.pk: "full", other.pk: "full"}, {4711: "full"}):
        with pytest.raises(Absent):
            invite_again(officer, draft.slug, wanted, at=at)
    for viewer in (make_viewer(Role.REVIEWER, of=draft.partnership), make_viewer(of=foreign.partnership)):
        with pytest.raises(Absent):
            invite_again(viewer, draft.slug, {first.pk: "full"}, at=at)
    assert forms(draft) == {}


def test_a_hundred_take_as_many_statements_as_two(at: datetime, assert_queries: AssertQueries) -> None:
    counts = []
    for size in (2, 2, 100):  # at first the edition is read, and kept
        last, invitations = last_audit(size)
        draft = make_draft(last.partnership, edition=last.edition)
        officer = make_viewer(of=draft.partnership)
        with assert_queries(25) as seen:
            invite_again(officer, draft.slug, {i.pk: "review" for i in invitations}, at=at)
        counts.append(len([sql for sql in seen.statements if not sql.startswith("INSERT")]))
    assert counts[1] == counts[2]


@pytest.mark.django_db(transaction=True)
def test_two_officers_at_once_invite_nobody_twice(at: datetime) -> None:
    last, invitations = last_audit(4)
    draft = make_draft(last.partnership, edition=last.edition)
    officers = [make_viewer(of=draft.partnership) for _ in range(3)]
    wanted = {i.pk: "full" for i in invitations}
    ends = race([partial(invite_again, who, draft.slug, wanted, at=at) for who in officers])
    assert failures(ends) == []
    assert sorted(end for end in ends if isinstance(end, int)) == [0, 0, 4]
    assert len(forms(draft)) == 4
