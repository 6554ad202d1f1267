import io

import openpyxl
from django.test import Client

from section11.cycles.models import Cycle
from section11.transfer.invitation_sheet.columns import COLUMNS
from tests.web.cycles.pages import AUDIT

PATH = f"{AUDIT}/invitations/template"


def test_a_workbook_with_the_partnerships_sectors_and_a_csv(client: Client, draft: Cycle) -> None:
    response = client.get(PATH)
    assert response["Content-Disposition"] == 'attachment; filename="invitations.xlsx"'
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    assert book["Sectors"]["A2"].value == "school"
    response = client.get(f"{PATH}?format=csv")
    assert response["Content-Disposition"] == 'attachment; filename="invitations.csv"'
    assert response.content.decode("utf-8-sig").strip() == ",".join(COLUMNS)
