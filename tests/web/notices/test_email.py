import pytest
from django.test import Client
from django.urls import reverse

from section11.notices.models import Email
from section11.notices.vocabulary import EmailState
from tests.factories.directory import make_membership, make_partnership
from tests.factories.notices import make_email

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership():
    return make_partnership("Riverside")


@pytest.fixture
def officer(client: Client, partnership) -> Client:
    client.force_login(make_membership(of=partnership).person)
    return client


def address(partnership, email: Email) -> str:
    return reverse("email", kwargs={"partnership": partnership.slug, "email_id": email.pk})


def test_shows_what_it_says_and_why_it_failed(officer, partnership, assert_queries):
    email = make_email(partnership.pk, state=EmailState.FAILED, body="Dear <Ann>\n", problem="550 no such person")
    with assert_queries(10):
        text = officer.get(address(partnership, email)).content.decode()
    assert "Dear &lt;Ann&gt;" in text
    assert "550 no such person" in text
    assert "Send again" in text


def test_sends_again_what_failed(officer, partnership):
    email = make_email(partnership.pk, state=EmailState.FAILED)
    page = officer.post(address(partnership, email), follow=True)
    assert "sent again in a moment" in page.content.decode()
    email.refresh_from_db()
    assert email.state == EmailState.DUE


def test_warns_before_what_may_have_arrived_is_sent_again(officer, partnership):
    email = make_email(partnership.pk, state=EmailState.UNKNOWN)
    assert "It may have arrived" in officer.get(address(partnership, email)).content.decode()


def test_what_was_sent_is_not_sent_again(officer, partnership):
    email = make_email(partnership.pk, state=EmailState.SENT)
    assert "Send again" not in officer.get(address(partnership, email)).content.decode()
    page = officer.post(address(partnership, email), follow=True)
    assert "was not sent again" in page.content.decode()
    email.refresh_from_db()
    assert email.state == EmailState.SENT


@pytest.mark.parametrize("method", ["get", "post"])
def test_another_partnerships_is_not_there(officer, partnership, method):
    email = make_email(make_partnership().pk, state=EmailState.FAILED)
    assert getattr(officer, method)(address(partnership, email)).status_code == 404
    email.refresh_from_db()
    assert email.state == EmailState.FAILED


def test_an_officer_says_that_it_came_back(officer, partnership):
    email = make_email(partnership.pk, state=EmailState.SENT)
    assert "This came back" in officer.get(address(partnership, email)).content.decode()
    page = officer.post(address(partnership, email), {"step": "came-back"}, follow=True).content.decode()
    assert "It is noted that this email came back" in page
    assert "Put the address right before you send it again" in page
    assert "This came back" not in page
    email.refresh_from_db()
    assert email.state == EmailState.CAME_BACK
    again = officer.post(address(partnership, email), {"step": "came-back"}, follow=True).content.decode()
    assert "known to have come back already" in again
    listed = officer.get(reverse("emails", kwargs={"partnership": partnership.slug}) + "?state=came-back").content.decode()
    assert email.to in listed
