from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Cycle, Invitation
from section11.directory.models import Participation
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from section11.transfer.invitation_sheet.states import UploadState
from section11.transfer.models import InvitationUpload
from section11.transfer.operations.apply_invitation_sheet import apply_invitation_sheet
from section11.transfer.operations.check_invitation_sheet import check_invitation_sheet
from tests.factories.cycles import make_cycle, make_invitation
from tests.factories.directory import make_participation, make_sector, make_viewer
from tests.factories.sheets import csv_bytes, make_upload, sheet_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def cycle() -> Cycle:
    cycle = make_cycle()
    make_sector(cycle.partnership)
    return cycle


@pytest.fixture
def officer(cycle: Cycle) -> Viewer:
    return make_viewer(of=cycle.partnership)


@pytest.fixture
def upload(cycle: Cycle, officer: Viewer, at: datetime) -> InvitationUpload:
    rows = [sheet_row(), sheet_row("Elm Trust"), sheet_row("Elm Trust", unit="Wards", due="2027-01-31", form="light")]
    upload = make_upload(cycle, csv_bytes(rows))
    check_invitation_sheet(officer, upload.pk, at=at, progress=lambda done, total: None)
    return upload


def test_every_row_is_invited_and_a_second_press_invites_nobody(upload: InvitationUpload, officer: Viewer, at: datetime) -> None:
    assert [apply_invitation_sheet(officer, upload.pk, at=at) for _ in range(2)] == [3, 3]
    rows = Invitation.objects.order_by("order").values_list("participation__name", "unit__name", "form", "due")
    assert [(name, unit, form, str(due)) for name, unit, form, due in rows] == [
        ("Oak Surgery", "", "full", "None"),
        ("Elm Trust", "", "full", "None"),
        ("Elm Trust", "Wards", "light", "2027-01-31"),
    ]
    upload.refresh_from_db()
    assert (upload.state, upload.done, upload.rows, upload.applied_at) == (UploadState.APPLIED, 3, [], at)
    assert ActivityEvent.objects.get(verb="invitation-sheet-applied").details == {"invitations": 3}


def test_nothing_is_kept_when_one_was_invited_in_the_meantime(
    upload: InvitationUpload, cycle: Cycle, officer: Viewer, at: datetime
) -> None:
    elm = make_participation(cycle.partnership, name="Elm Trust")
    make_invitation(cycle, participation=elm)
    with pytest.raises(Refused):
        apply_invitation_sheet(officer, upload.pk, at=at)
    upload.refresh_from_db()
    assert (upload.state, upload.rows) == (UploadState.REFUSED, [])
    assert [(p["row"], p["column"]) for p in upload.problems] == [(3, "name")]
    assert (Invitation.objects.count(), Participation.objects.count()) == (1, 1)


@pytest.mark.parametrize("state", [UploadState.WAITING, UploadState.REFUSED, UploadState.DISCARDED])
def test_only_a_checked_sheet(state: UploadState, upload: InvitationUpload, officer: Viewer, at: datetime) -> None:
    InvitationUpload.objects.update(state=state)
    with pytest.raises(Refused):
        apply_invitation_sheet(officer, upload.pk, at=at)
    assert not Invitation.objects.exists()


def test_a_foreign_upload_is_absent(upload: InvitationUpload, at: datetime) -> None:
    for viewer in (make_viewer(), make_viewer(Role.REVIEWER, of=upload.cycle.partnership)):
        with pytest.raises(Absent):
            apply_invitation_sheet(viewer, upload.pk, at=at)
