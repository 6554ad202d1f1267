import pytest

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.transfer.invitation_sheet.states import UploadState
from section11.transfer.operations.discard_invitation_sheet import discard_invitation_sheet
from tests.factories.cycles import make_cycle
from tests.factories.directory import make_viewer
from tests.factories.sheets import make_upload

pytestmark = pytest.mark.django_db


def test_a_checked_sheet_is_put_aside_and_whom_it_named_forgotten() -> None:
    upload = make_upload(make_cycle(), state=UploadState.CHECKED, rows=[{"row": 2}])
    officer = make_viewer(of=upload.cycle.partnership)
    discard_invitation_sheet(officer, upload.pk)
    upload.refresh_from_db()
    assert (upload.state, upload.rows) == (UploadState.DISCARDED, [])
    with pytest.raises(Refused):
        discard_invitation_sheet(officer, upload.pk)


def test_a_foreign_upload_is_absent() -> None:
    upload = make_upload(make_cycle(), state=UploadState.CHECKED)
    for viewer in (make_viewer(), make_viewer(Role.REVIEWER, of=upload.cycle.partnership)):
        with pytest.raises(Absent):
            discard_invitation_sheet(viewer, upload.pk)
