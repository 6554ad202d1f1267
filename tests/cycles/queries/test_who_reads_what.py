"""Every query of cycles: whose it is, and that foreign and absent look the same."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from section11.cycles.models import Cycle
from section11.cycles.queries.cycle_brief import cycle_brief
from section11.cycles.queries.cycle_list import cycles_of_partnership
from section11.cycles.queries.cycle_setup import cycle_setup
from section11.cycles.queries.email_example import email_example
from section11.cycles.queries.invitation_context import invitation_context
from section11.cycles.queries.one_invitation import one_invitation
from section11.cycles.queries.register import chosen_rows, register_of_returns, register_rows
from section11.cycles.queries.register_selection import RegisterFilter
from section11.cycles.queries.today import cycles_today
from section11.cycles.queries.whom import whom_invited
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from tests.factories.cycles import make_cycle, make_draft, make_invitation
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db
Ask = Callable[[Viewer, Cycle, datetime], Any]

OFFICERS: dict[str, Ask] = {
    "brief": lambda viewer, cycle, at: cycle_brief(viewer, cycle.slug),
    "setup": lambda viewer, cycle, at: cycle_setup(viewer, cycle.slug, at=at),
    "example": lambda viewer, cycle, at: email_example(viewer, cycle.slug),
    "context": lambda viewer, cycle, at: invitation_context(viewer, cycle.slug, at=at),
    "chosen": lambda viewer, cycle, at: chosen_rows(viewer, cycle.slug, [i.pk for i in cycle.invitations.all()], at=at),
    "whom": lambda viewer, cycle, at: whom_invited(viewer, cycle.slug),
}
EVERYBODYS: dict[str, Ask] = {
    "register": lambda viewer, cycle, at: register_of_returns(viewer, cycle.slug, RegisterFilter(), page="1", at=at),
    "rows": lambda viewer, cycle, at: register_rows(viewer, cycle.slug, RegisterFilter(), at=at),
    "invitation": lambda viewer, cycle, at: one_invitation(viewer, cycle.slug, cycle.invitations.get().pk, at=at),
}


@pytest.fixture
def cycle() -> Cycle:
    return make_invitation(make_cycle()).cycle


@pytest.mark.parametrize("name", [*OFFICERS, *EVERYBODYS])
def test_foreign_absent_and_out_of_place_are_absent(name: str, cycle: Cycle, at: datetime) -> None:
    ask = (OFFICERS | EVERYBODYS)[name]
    lead = make_viewer(Role.RETURN_LEAD, of=cycle.invitations.get().unit)
    nobody = Viewer(1, "person:1", "Nobody")
    lost = Viewer(1, "person:1", "Without a role", partnership_id=cycle.partnership_id)
    for viewer in (make_viewer(), lead, nobody, lost):
        with pytest.raises(Absent):
            ask(viewer, cycle, at)
    officer = make_viewer(of=cycle.partnership)
    ask(officer, cycle, at)
    cycle.slug = "no-such-audit"
    with pytest.raises(Absent):
        ask(officer, cycle, at)


@pytest.mark.parametrize("role", sorted(PARTNERSHIP_ROLES - {Role.OFFICER, Role.SCRUTINEER}))
def test_others_read_the_register_and_one_invitation_but_not_the_set_up(role: Role, cycle: Cycle, at: datetime) -> None:
    viewer = make_viewer(role, of=cycle.partnership)
    for ask in EVERYBODYS.values():
        ask(viewer, cycle, at)
    for ask in OFFICERS.values():
        with pytest.raises(Absent):
            ask(viewer, cycle, at)


@pytest.mark.parametrize("name", EVERYBODYS)
def test_a_draft_is_for_officers_only(name: str, at: datetime) -> None:
    draft = make_invitation(make_draft()).cycle
    EVERYBODYS[name](make_viewer(of=draft.partnership), draft, at)
    with pytest.raises(Absent):
        EVERYBODYS[name](make_viewer(Role.REVIEWER, of=draft.partnership), draft, at)


def test_one_of_another_cycle_makes_all_chosen_absent(cycle: Cycle, at: datetime) -> None:
    other = make_invitation(make_cycle(cycle.partnership))
    officer = make_viewer(of=cycle.partnership)
    for ids in ([other.pk], [other.pk, cycle.invitations.get().pk], [0]):
        with pytest.raises(Absent):
            chosen_rows(officer, cycle.slug, ids, at=at)
    with pytest.raises(Absent):
        one_invitation(officer, cycle.slug, other.pk, at=at)


def test_lists_hold_ones_own_only(cycle: Cycle, at: datetime) -> None:
    make_cycle()
    viewer = make_viewer(Role.SCRUTINEER, of=cycle.partnership)
    assert [row.slug for row in cycles_of_partnership(viewer)] == [cycle.slug]
    assert [row.slug for row in cycles_today(viewer, at=at)] == [cycle.slug]
    for nobody in (make_viewer(Role.RETURN_LEAD), Viewer(1, "person:1", "Nobody")):
        with pytest.raises(Absent):
            cycles_of_partnership(nobody)
        with pytest.raises(Absent):
            cycles_today(nobody, at=at)


def test_who_takes_part_elsewhere_is_not_known_here(cycle: Cycle, at: datetime) -> None:
    make_invitation(make_cycle(), submissions=1)
    known = invitation_context(make_viewer(of=cycle.partnership), cycle.slug, at=at)
    here = {cycle.invitations.get().participation.same_name}
    assert (set(known.organisations), {name for name, _ in known.invited}, known.sent_before) == (here, here, frozenset())


def test_addresses_of_leads_are_for_officers(cycle: Cycle, at: datetime) -> None:
    lead = make_viewer(Role.RETURN_LEAD, of=cycle.invitations.get().unit)
    for role, names in ((Role.OFFICER, [lead.name]), (Role.EXECUTIVE_VIEWER, [])):
        [row] = register_rows(make_viewer(role, of=cycle.partnership), cycle.slug, RegisterFilter(), at=at)
        assert [one.name for one in row.leads] == names
