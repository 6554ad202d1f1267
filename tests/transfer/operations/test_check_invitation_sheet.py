from datetime import datetime

import pytest

from section11.cycles.models import Invitation
from section11.directory.models import Participation, Person
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.transfer.invitation_sheet.states import UploadState
from section11.transfer.models import InvitationUpload
from section11.transfer.operations.check_invitation_sheet import check_invitation_sheet
from tests.factories.cycles import make_cycle
from tests.factories.directory import make_sector, make_viewer
from tests.factories.sheets import csv_bytes, make_upload, sheet_row

pytestmark = pytest.mark.django_db


def check(viewer: Viewer, upload: InvitationUpload, at: datetime) -> int:
    wrong = check_invitation_sheet(viewer, upload.pk, at=at, progress=lambda done, total: None)
    upload.refresh_from_db()
    return wrong


def test_a_right_sheet_is_kept_as_rows_and_nobody_is_invited(at: datetime) -> None:
    cycle = make_cycle()
    make_sector(cycle.partnership)
    officer = make_viewer(of=cycle.partnership)
    upload = make_upload(cycle, csv_bytes([sheet_row(), sheet_row("Elm")]))
    path = upload.file.path
    persons = Person.objects.count()
    assert check(officer, upload, at) == 0
    assert (upload.state, upload.total, len(upload.rows), upload.problems) == (UploadState.CHECKED, 2, 2, [])
    assert check(officer, upload, at) == 0
    assert not upload.file.storage.exists(path)
    assert (Invitation.objects.count(), Participation.objects.count(), Person.objects.count()) == (0, 0, persons)


def test_every_fault_is_kept_once_and_no_row(at: datetime) -> None:
    cycle = make_cycle()
    make_sector(cycle.partnership)
    upload = make_upload(cycle, csv_bytes([sheet_row("=Oak", lead_email="@x"), sheet_row(), sheet_row("Elm", form="long")]))
    officer = make_viewer(of=cycle.partnership)
    assert check(officer, upload, at) == 3
    assert (upload.state, upload.rows) == (UploadState.REFUSED, [])
    assert [(p["row"], p["column"], p["found"]) for p in upload.problems] == [
        (2, "name", "=Oak"),
        (2, "lead_email", "@x"),
        (4, "form", "long"),
    ]
    assert check(officer, upload, at) == 3


def test_a_file_that_cannot_be_read_is_told(at: datetime) -> None:
    cycle = make_cycle()
    upload = make_upload(cycle, b'name,form\n"Oak')
    assert check(make_viewer(of=cycle.partnership), upload, at) == 1
    assert (upload.state, upload.problems[0]["row"]) == (UploadState.REFUSED, 0)


def test_a_foreign_upload_is_absent(at: datetime) -> None:
    upload = make_upload(make_cycle(), csv_bytes([sheet_row()]))
    for viewer in (make_viewer(), make_viewer(Role.REVIEWER, of=upload.cycle.partnership)):
        with pytest.raises(Absent):
            check(viewer, upload, at)
