"""The background work of invitation sheets: it bears being done twice, and stops with words people understand."""

import pytest

from section11.cycles.models import Cycle, Invitation
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import Role
from section11.jobs.apply_invitation_sheet import apply_sheet
from section11.jobs.check_invitation_sheet import check_sheet
from section11.jobs.models import Job
from section11.jobs.open_returns import make_returns
from section11.jobs.operations.start_job import start_job
from section11.jobs.running import as_argument
from section11.lib import clock
from section11.lib.viewer import Viewer
from section11.returns.models import Return
from section11.transfer.models import InvitationUpload
from tests.factories.cycles import make_cycle, make_invitation
from tests.factories.directory import make_sector, make_viewer
from tests.factories.sheets import csv_bytes, make_upload, sheet_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def cycle() -> Cycle:
    return make_sector_in(make_cycle())


def make_sector_in(cycle: Cycle) -> Cycle:
    make_sector(cycle.partnership)
    return cycle


@pytest.fixture
def officer(cycle: Cycle) -> Viewer:
    return make_viewer(of=cycle.partnership)


def told(public_id: object) -> tuple[str, str]:
    job = Job.objects.get(public_id=public_id)
    return job.state, job.message


def test_a_right_sheet_is_checked_and_applied_and_its_returns_are_made(cycle: Cycle, officer: Viewer) -> None:
    upload = make_upload(cycle, csv_bytes([sheet_row(), sheet_row("Elm")]))
    checked = start_job(officer, check_sheet, title="Check", at=clock.now(), upload=upload.pk)
    assert told(checked) == ("done", "Every row is right. Nobody has been invited yet.")
    assert (Job.objects.get(public_id=checked).done, Job.objects.get(public_id=checked).total) == (2, 2)
    applied = start_job(officer, apply_sheet, title="Apply", at=clock.now(), upload=upload.pk, cycle=cycle.pk)
    assert told(applied) == ("done", "2 invitations made.")
    assert (Invitation.objects.count(), Return.objects.count()) == (2, 2)


def test_a_killed_workers_work_is_begun_again_without_harm(cycle: Cycle, officer: Viewer) -> None:
    upload = make_upload(cycle, csv_bytes([sheet_row()]))
    job = str(start_job(officer, check_sheet, title="Check", at=clock.now(), upload=upload.pk))
    again = {"job": job, "viewer": as_argument(officer), "upload": upload.pk}
    check_sheet.call(**again)
    for _ in range(2):
        apply_sheet.call(**again, cycle=cycle.pk)
    Return.objects.all()
    make_returns.call(job=job, viewer=as_argument(officer), cycle=cycle.pk)
    assert (Invitation.objects.count(), Return.objects.count()) == (1, 1)


def test_a_sheet_with_faults_ends_with_their_number(cycle: Cycle, officer: Viewer) -> None:
    upload = make_upload(cycle, csv_bytes([sheet_row(sector="x"), sheet_row("Elm", form="x")]))
    assert told(start_job(officer, check_sheet, title="Check", at=clock.now(), upload=upload.pk)) == (
        "done",
        "2 things to put right in the file.",
    )


def test_what_changed_in_the_meantime_stops_the_job_with_words(cycle: Cycle, officer: Viewer) -> None:
    upload = make_upload(cycle, csv_bytes([sheet_row()]))
    start_job(officer, check_sheet, title="Check", at=clock.now(), upload=upload.pk)
    Cycle.objects.update(state=CycleState.CLOSED)
    applied = start_job(officer, apply_sheet, title="Apply", at=clock.now(), upload=upload.pk, cycle=cycle.pk)
    assert told(applied) == ("failed", "This audit is closed: nobody can be invited any more")
    assert InvitationUpload.objects.get().state == "checked"


def test_a_job_started_by_somebody_else_finds_nothing(cycle: Cycle) -> None:
    upload = make_upload(cycle, csv_bytes([sheet_row()]))
    make_invitation(cycle)
    for viewer in (make_viewer(), make_viewer(Role.REVIEWER, of=cycle.partnership)):
        assert told(start_job(viewer, check_sheet, title="Check", at=clock.now(), upload=upload.pk))[0] == "failed"
        assert told(start_job(viewer, make_returns, title="Make", at=clock.now(), cycle=cycle.pk))[0] == "failed"
    assert InvitationUpload.objects.get().state == "waiting"
    assert not Return.objects.exists()
