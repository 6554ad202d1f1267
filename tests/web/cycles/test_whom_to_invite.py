from django.test import Client

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState, InvitationState
from tests.factories.cycles import make_invitation
from tests.factories.directory import make_unit
from tests.web.cycles.pages import AUDIT, read

PATH = f"{AUDIT}/set-up/whom"


def test_nobody_yet_and_the_ways_to_invite(client: Client, draft: Cycle) -> None:
    text = read(client, PATH)
    assert "Nobody is invited yet" in text
    for way in ("Excel workbook", "CSV", "Upload a sheet", "Invite one organisation or unit"):
        assert way in text


def test_whom_by_sector(client: Client, draft: Cycle) -> None:
    first = make_invitation(draft)
    make_invitation(draft, participation=first.participation, unit=make_unit(first.participation.organisation))
    make_invitation(draft)
    make_invitation(draft, state=InvitationState.WITHDRAWN)
    text = read(client, PATH)
    assert "3 units of 2 organisations are invited. The emails go out when you open the audit." in text
    assert "School 3" in text


def test_a_closed_audit_invites_nobody(client: Client, cycle: Cycle) -> None:
    Cycle.objects.update(state=CycleState.CLOSED)
    assert "Upload a sheet" not in read(client, PATH)
