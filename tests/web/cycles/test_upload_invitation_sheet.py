from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from section11.cycles.models import Cycle, Invitation
from section11.jobs.models import Job
from section11.transfer.models import InvitationUpload
from tests.factories.sheets import csv_bytes, sheet_row, workbook_of
from tests.web.cycles.pages import AUDIT, read, words

PATH = f"{AUDIT}/invitations/upload"


def send(client: Client, data: bytes, name: str = "sheet.xlsx") -> Any:
    return client.post(PATH, {"file": SimpleUploadedFile(name, data)})


@pytest.mark.parametrize("data", [csv_bytes([sheet_row()]), workbook_of([sheet_row()])])
def test_a_sheet_is_taken_whatever_it_is_called_and_checked_in_the_background(data: bytes, client: Client, draft: Cycle) -> None:
    assert "lead_email Where the invitation goes Yes" in read(client, PATH)
    response = send(client, data, "holiday.jpg")
    job, upload = Job.objects.get(), InvitationUpload.objects.get()
    assert response["Location"] == f"/p/riverside-partnership/jobs/{job.public_id}"
    assert (job.state, job.leads_to) == ("done", f"{AUDIT}/invitations/sheets/{upload.pk}")
    assert job.message == "Every row is right. Nobody has been invited yet."
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7", "a PDF document"),
        (b"PK\x03\x04broken", "opened safely"),
        (b"name\n" * 2_000_000, "larger than 5 MB"),
    ],
)
def test_another_file_is_refused_where_the_person_is(data: bytes, told: str, client: Client, draft: Cycle) -> None:
    response = send(client, data)
    assert response.status_code == 422
    assert told in words(response)
    assert not InvitationUpload.objects.exists()
    assert not Job.objects.exists()


def test_no_file_and_no_form(client: Client, draft: Cycle) -> None:
    for fields in ({}, {"file": "text"}):
        response = client.post(PATH, fields)
        assert response.status_code == 422
        assert "Choose the sheet to upload" in words(response)
