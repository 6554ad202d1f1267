from datetime import datetime

import pytest

from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.transfer.invitation_sheet.states import UploadState
from section11.transfer.models import InvitationUpload
from section11.transfer.operations.upload_invitation_sheet import upload_invitation_sheet
from tests.factories.cycles import make_cycle
from tests.factories.directory import make_viewer
from tests.factories.sheets import csv_bytes, sheet_row

pytestmark = pytest.mark.django_db
SHEET = csv_bytes([sheet_row()])


def test_a_sheet_waits_to_be_checked_under_a_name_of_ours(at: datetime) -> None:
    cycle = make_cycle()
    officer = make_viewer(of=cycle.partnership)
    upload = InvitationUpload.objects.get(
        pk=upload_invitation_sheet(officer, cycle.slug, file_name="..\\..\u202e/etc/passwd\x00.xlsx", data=SHEET, at=at)
    )
    assert (upload.state, upload.uploaded_by_name, upload.uploaded_at) == (UploadState.WAITING, officer.name, at)
    assert upload.file_name == "..\\../etc/passwd.xlsx"
    assert "passwd" not in str(upload.file.name)
    assert str(upload.file.name).endswith(".csv")
    with upload.file.open("rb") as kept:
        assert kept.read() == SHEET


def test_a_wrong_file_or_a_closed_cycle_is_refused_and_nothing_kept(at: datetime) -> None:
    for cycle, data in ((make_cycle(), b"%PDF-1.7"), (make_cycle(state=CycleState.CLOSED), SHEET)):
        with pytest.raises(Refused):
            upload_invitation_sheet(make_viewer(of=cycle.partnership), cycle.slug, file_name="sheet.csv", data=data, at=at)
    assert not InvitationUpload.objects.exists()


def test_a_foreign_cycle_is_absent(at: datetime) -> None:
    cycle = make_cycle()
    for viewer in (make_viewer(), make_viewer(Role.REVIEWER, of=cycle.partnership)):
        with pytest.raises(Absent):
            upload_invitation_sheet(viewer, cycle.slug, file_name="sheet.csv", data=SHEET, at=at)
