import pytest

from section11.directory.vocabulary import Role
from section11.jobs.models import Job
from section11.jobs.operations.start_job import start_job
from section11.jobs.queries import job_state
from section11.jobs.vocabulary import JobState
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from tests.factories.directory import make_partnership, make_viewer
from tests.jobs.tasks import count_to

pytestmark = pytest.mark.django_db


def test_runs_the_task_as_the_person_who_asked(at):
    viewer = make_viewer()
    made = start_job(viewer, count_to, title="Counting", leads_to="/p/x/", at=at, number=4)
    seen = job_state(viewer, made)
    assert (seen.state, seen.done, seen.total) == (JobState.DONE, 4, 4)
    assert seen.message == f"{viewer.name} counted to 4"
    assert (seen.title, seen.leads_to, seen.kind) == ("Counting", "/p/x/", "count_to")


def test_a_refusal_ends_it_in_the_words_of_the_refusal(at):
    viewer = make_viewer()
    seen = job_state(viewer, start_job(viewer, count_to, title="Counting", at=at, fail="refused"))
    assert (seen.state, seen.message) == (JobState.FAILED, "Row 3: no such sector")


@pytest.mark.parametrize("fail", ["absent", "bug"])
def test_any_other_error_ends_it_without_saying_its_own_words(at, fail):
    viewer = make_viewer()
    seen = job_state(viewer, start_job(viewer, count_to, title="Counting", at=at, fail=fail))
    assert seen.state == JobState.FAILED
    assert seen.message
    assert "secret" not in seen.message


def test_only_from_within_a_partnership(at):
    with pytest.raises(Absent):
        start_job(Viewer(person_id=1, person_ref="person:1", name="Ann"), count_to, title="Counting", at=at)
    with pytest.raises(Absent):
        start_job(make_viewer(Role.RETURN_LEAD), count_to, title="Counting", at=at)
    assert not Job.objects.exists()


def test_only_those_with_a_role_in_its_partnership_see_it(at):
    partnership = make_partnership()
    made = start_job(make_viewer(of=partnership), count_to, title="Counting", at=at)
    assert job_state(make_viewer(Role.EXECUTIVE_VIEWER, of=partnership), made).title == "Counting"
    for stranger in (make_viewer(), make_viewer(Role.RETURN_LEAD)):
        with pytest.raises(Absent):
            job_state(stranger, made)
