from datetime import datetime

import pytest

from section11.challenge.models import AgreedLevel
from section11.challenge.operations.import_agreed_levels import import_agreed_levels
from section11.cycles.models import Invitation
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import system_viewer
from section11.transfer.operations.import_cycle import import_cycle
from tests.factories.cycle_files import answers, cycle_file, encoded, invitation, submission
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db


def closed_invitation(at: datetime) -> Invitation:
    file = cycle_file(invitation("oak", submission(answers(s1_1="met")), submission(answers(s1_1="partial", s1_2="met"))))
    import_cycle(system_viewer("test"), encoded(file), at=at)
    return Invitation.objects.get()


def test_agreed_levels_stand_beside_the_latest_self_rating(at: datetime) -> None:
    invited = closed_invitation(at)
    officer = make_viewer(of=invited.cycle.partnership)
    assert import_agreed_levels(officer, invited.cycle_id, {(invited.pk, "1.1"): "met"}, at=at) == 1
    agreed = AgreedLevel.objects.get()
    assert (agreed.invitation, agreed.statement.ref, agreed.level.key, agreed.agreed_at) == (invited, "1.1", "met", at)
    assert agreed.agreed_on is not None
    assert agreed.agreed_on.key == "partial"


def test_only_officers_of_the_partnership_may(at: datetime) -> None:
    invited = closed_invitation(at)
    viewers = [make_viewer(Role.OFFICER), *(make_viewer(role, of=invited.cycle.partnership) for role in (Role.REVIEWER, Role.SCRUTINEER))]
    for viewer in viewers:
        with pytest.raises(Absent):
            import_agreed_levels(viewer, invited.cycle_id, {(invited.pk, "1.1"): "met"}, at=at)
