"""Each query of cycles that names no audit by its address answers the roles it names and nobody else."""

import pytest

from section11.cycles.queries.cycle_list import current_cycle_slug, cycles_of_partnership
from section11.cycles.queries.cycle_records import cycle_record, duty_bases, invitation_records
from section11.cycles.queries.cycles_to_compare import cycles_to_compare
from section11.cycles.queries.earlier_cycles import inviting_cycle
from section11.cycles.queries.own_cycle import overseen_cycle
from section11.cycles.queries.participation_invitations import participation_invitations
from section11.cycles.queries.today import cycles_today
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from tests.factories.directory import make_viewer
from tests.factories.readers import EVERYBODY, OFFICERS, wrongly_answered
from tests.factories.returns import AT
from tests.factories.world import make_place

READS = {
    "current_cycle_slug": (EVERYBODY, lambda v, p: current_cycle_slug(v)),
    "cycle_record": (EVERYBODY, lambda v, p: cycle_record(v, p.parts["cycle"])),
    "cycles_of_partnership": (EVERYBODY, lambda v, p: cycles_of_partnership(v)),
    "cycles_to_compare": (EVERYBODY, lambda v, p: cycles_to_compare(v, p.parts["cycle"])),
    "cycles_today": (EVERYBODY, lambda v, p: cycles_today(v, at=AT)),
    "duty_bases": (OFFICERS, lambda v, p: duty_bases(v)),
    "inviting_cycle": (OFFICERS, lambda v, p: inviting_cycle(v, p.parts["cycle"])),
    "overseen_cycle": (OFFICERS | {Role.SCRUTINEER}, lambda v, p: overseen_cycle(v, p.parts["cycle"])),
    "invitation_records": (EVERYBODY, lambda v, p: invitation_records(v, p.opened.cycle.pk)),
    "participation_invitations": (EVERYBODY, lambda v, p: participation_invitations(v, p.opened.participation.pk, at=AT)),
}


@pytest.mark.django_db
def test_each_query_answers_its_roles_and_nobody_else() -> None:
    assert wrongly_answered(READS, make_place()) == []


@pytest.mark.django_db
def test_a_scrutineer_of_somewhere_else_reads_no_set_up() -> None:
    with pytest.raises(Absent):
        overseen_cycle(make_viewer(Role.SCRUTINEER), make_place().parts["cycle"])
