from django.test import Client

from section11.cycles.models import Cycle
from section11.transfer.invitation_sheet.states import UploadState
from tests.factories.sheets import make_upload
from tests.web.cycles.pages import AUDIT, post, read


def test_the_sheet_is_put_aside_once(client: Client, draft: Cycle) -> None:
    upload = make_upload(draft, state=UploadState.CHECKED)
    shown = f"{AUDIT}/invitations/sheets/{upload.pk}"
    assert client.get(f"{shown}/discard")["Location"] == shown
    assert post(client, f"{shown}/discard")["Location"] == f"{AUDIT}/set-up/whom"
    assert "The sheet was put aside" in read(client, shown)
    assert post(client, f"{shown}/discard")["Location"] == shown
    assert "used already, or was put aside" in read(client, shown)
