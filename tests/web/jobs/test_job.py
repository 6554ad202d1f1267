import uuid

import pytest
from django.test import Client
from django.urls import reverse

from section11.directory.vocabulary import Role
from section11.jobs.vocabulary import JobState
from tests.factories.directory import make_membership, make_partnership
from tests.factories.jobs import make_job

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership():
    return make_partnership("Riverside")


@pytest.fixture
def officer(client: Client, partnership) -> Client:
    client.force_login(make_membership(of=partnership).person)
    return client


def address(partnership, job) -> str:
    return reverse("job", kwargs={"partnership": partnership.slug, "job": job.public_id})


def test_shows_how_far_it_is_and_looks_again_by_itself(officer, partnership, assert_queries):
    job = make_job(partnership.pk, title="Checking the invitation sheet", state=JobState.RUNNING, done=12, total=60)
    with assert_queries(10):
        page = officer.get(address(partnership, job))
    assert page["Refresh"] == "4"
    text = page.content.decode()
    assert "Checking the invitation sheet" in text
    assert "12 of 60" in text
    assert "Under way" in text


def test_can_be_told_to_stand_still(officer, partnership):
    job = make_job(partnership.pk, state=JobState.RUNNING)
    page = officer.get(address(partnership, job) + "?still=1")
    assert "Refresh" not in page
    assert "Look again now" in page.content.decode()


def test_says_when_it_has_ended_and_where_to_go_on(officer, partnership):
    job = make_job(partnership.pk, state=JobState.DONE, message="60 rows read", leads_to="/p/riverside/next")
    page = officer.get(address(partnership, job))
    assert "Refresh" not in page
    assert "60 rows read" in page.content.decode()
    assert 'href="/p/riverside/next"' in page.content.decode()


def test_says_why_it_stopped(officer, partnership):
    job = make_job(
        partnership.pk, state=JobState.FAILED, message="Row 3: no such <b>sector</b>\nRow 4: no name", leads_to="/p/riverside/back"
    )
    text = officer.get(address(partnership, job)).content.decode()
    assert "Row 3: no such &lt;b&gt;sector&lt;/b&gt;" in text
    assert "Row 4: no name" in text
    assert "Go back and try again" in text


def test_everybody_with_a_role_there_may_look(client, partnership):
    client.force_login(make_membership(role=Role.EXECUTIVE_VIEWER, of=partnership).person)
    assert client.get(address(partnership, make_job(partnership.pk))).status_code == 200


def test_foreign_and_absent_look_the_same(officer, partnership, client):
    elsewhere = make_partnership()
    theirs = make_job(elsewhere.pk)
    absent = reverse("job", kwargs={"partnership": partnership.slug, "job": uuid.uuid4()})
    pages = [officer.get(address(elsewhere, theirs)), officer.get(address(partnership, theirs)), officer.get(absent)]
    assert {page.status_code for page in pages} == {404}
