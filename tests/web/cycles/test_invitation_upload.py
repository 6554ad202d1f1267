from datetime import datetime

from django.test import Client

from section11.cycles.models import Cycle, Invitation
from section11.directory.models import Membership
from section11.jobs.models import Job
from section11.returns.models import Return
from section11.transfer.models import InvitationUpload
from section11.transfer.operations.check_invitation_sheet import check_invitation_sheet
from tests.factories.cycles import make_cycle, make_invitation
from tests.factories.directory import make_organisation, make_participation, make_viewer
from tests.factories.sheets import csv_bytes, make_upload, sheet_row
from tests.queries import assert_queries_below
from tests.web.cycles.pages import AUDIT, post, read


def checked(cycle: Cycle, at: datetime, *rows: dict[str, str]) -> str:
    upload = make_upload(cycle, csv_bytes(list(rows)))
    check_invitation_sheet(make_viewer(of=cycle.partnership), upload.pk, at=at, progress=lambda done, total: None)
    return f"{AUDIT}/invitations/sheets/{upload.pk}"


def test_every_row_with_what_it_will_do_then_yes(client: Client, cycle: Cycle, at: datetime) -> None:
    make_participation(cycle.partnership, make_organisation("Elm Trust"))
    path = checked(cycle, at, sheet_row(), sheet_row("ELM trust"), sheet_row("Elm Trust", unit="Wards"))
    text = read(client, path)
    assert "New organisation: 1 Already here: 1 Another unit: 1" in text
    assert "3 ELM trust Already here Known here as Elm Trust Ann Lead ann.lead@example.org Full" in text
    assert "Invite, and send emails to, 3 units" in text
    assert not Invitation.objects.exists()
    response = post(client, path)
    job = Job.objects.get()
    assert response["Location"].endswith(str(job.public_id))
    assert (job.state, job.message, job.leads_to) == ("done", "3 invitations made.", path)
    assert "3 invitations made" in read(client, path)
    assert (Invitation.objects.count(), Return.objects.count()) == (3, 3)
    post(client, path, 409)
    assert Invitation.objects.count() == 3


def test_every_fault_is_listed_by_row(client: Client, cycle: Cycle, at: datetime) -> None:
    path = checked(cycle, at, sheet_row(sector="gps"), sheet_row("Elm"), sheet_row("=Ash", lead_email="x<b>"))
    text = read(client, path)
    assert "3 things to put right, in 2 rows of 3" in text
    assert "2 sector gps No sector of this name. Yours are: school (School)" in text or "Yours are: school" in text
    assert "4 name =Ash Begins with" in text
    assert "4 lead_email x<b> Enter the return lead's email address in full" in text
    assert "Invite" not in text.split("What to put right")[0].replace("Invited", "")
    post(client, path, 409)
    assert not Invitation.objects.exists()


def test_one_who_was_invited_in_the_meantime_stops_all(client: Client, cycle: Cycle, at: datetime) -> None:
    path = checked(cycle, at, sheet_row(), sheet_row("Elm"))
    make_invitation(cycle, participation=make_participation(cycle.partnership, make_organisation("Elm")))
    members = Membership.objects.count()
    post(client, path)
    assert Job.objects.get().state == "failed"
    assert "3 name Elm is invited to this audit already" in read(client, path).replace("  ", " ")
    assert (Invitation.objects.count(), Membership.objects.count()) == (1, members)


def test_many_rows_come_in_pages_and_ask_no_more(client: Client, cycle: Cycle, at: datetime) -> None:
    path = checked(cycle, at, *(sheet_row(f"School {n}") for n in range(120)))
    with assert_queries_below(10):
        assert "Showing 1 to 50 of 120 rows" in read(client, path)
    assert "Showing 101 to 120 of 120 rows" in read(client, f"{path}?page=3")
    wrong = checked(cycle, at, *(sheet_row(f"School {n}", form="x") for n in range(250)))
    assert "Showing 201 to 250 of 250 things" in read(client, f"{wrong}?page=2")


def test_one_that_is_being_checked_says_so(client: Client, cycle: Cycle) -> None:
    upload = make_upload(cycle, b"x")
    assert "is being checked" in read(client, f"{AUDIT}/invitations/sheets/{upload.pk}")


def test_an_upload_of_another_cycle_is_absent(client: Client, cycle: Cycle) -> None:
    for other in (make_upload(make_cycle(cycle.partnership)), make_upload(make_cycle())):
        path = f"{AUDIT}/invitations/sheets/{other.pk}"
        assert client.get(path).status_code == 404
        assert client.post(path).status_code == 404
    assert set(InvitationUpload.objects.values_list("state", flat=True)) == {"waiting"}
