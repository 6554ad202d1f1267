import pytest
from django.test import Client

from section11.directory.models import Partnership, Registration
from tests.factories.cycles import make_cycle
from tests.factories.directory import make_partnership, make_sector
from tests.factories.standards import FIT, make_edition, tiny_standards

pytestmark = pytest.mark.django_db
HERE = "/register/riverside-partnership"
ASKED = {
    "organisation_name": "Elm School",
    "sector": "school",
    "duty_basis": "section-11",
    "about": "We run clubs.",
    "lead_name": "Ada Cole",
    "lead_email": "ada@example.org",
}


def test_a_stranger_asks_and_is_told_what_happens_next(client: Client, partnership: Partnership) -> None:
    assert "Elm" not in client.get(HERE).content.decode()
    response = client.post(HERE, ASKED, follow=True)
    assert response.redirect_chain == [(f"{HERE}/sent", 302)]
    assert "Your registration is sent" in response.content.decode()
    asked = Registration.objects.get()
    assert (asked.partnership, asked.organisation_name, asked.about, asked.lead_email) == (
        partnership,
        "Elm School",
        "We run clubs.",
        "ada@example.org",
    )


def test_its_own_sentence_is_shown_as_text(client: Client, partnership: Partnership) -> None:
    partnership.own_sentence = "We ask <b>all</b> schools."
    partnership.save()
    assert "We ask &lt;b&gt;all&lt;/b&gt; schools." in client.get(HERE).content.decode()


@pytest.mark.parametrize("field", ["organisation_name", "sector", "duty_basis", "lead_name", "lead_email"])
def test_what_is_missing_is_said_there_with_everything_typed_kept(client: Client, partnership: Partnership, field: str) -> None:
    response = client.post(HERE, {**ASKED, field: ""})
    assert response.status_code == 422
    page = response.content.decode()
    assert f'href="#id_{field}"' in page
    assert "We run clubs." in page
    assert not Registration.objects.exists()


@pytest.mark.parametrize(
    ("field", "typed"), [("sector", "theirs"), ("duty_basis", "x"), ("lead_email", "x@y"), ("organisation_name", "x" * 201)]
)
def test_what_is_wrong_is_said_there(client: Client, partnership: Partnership, field: str, typed: str) -> None:
    make_sector(make_partnership(), key="theirs")
    assert client.post(HERE, {**ASKED, field: typed}).status_code == 422


def test_a_partnership_that_takes_none_looks_absent(client: Client, partnership: Partnership) -> None:
    partnership.takes_registrations = False
    partnership.save()
    for address in (HERE, f"{HERE}/sent", "/register/nowhere", "/register/nowhere/sent"):
        assert client.get(address).status_code == 404
    assert client.post(HERE, ASKED).status_code == 404


def test_a_network_asks_five_times_a_minute_at_most(client: Client, partnership: Partnership) -> None:
    for number in range(5):
        assert client.post(HERE, {**ASKED, "organisation_name": f"School {number}"}).status_code == 302
    response = client.post(HERE, ASKED)
    assert response.status_code == 429
    page = response.content.decode()
    assert "Try again later" in page
    assert "We run clubs." in page
    assert Registration.objects.count() == 5


def asking_fit(partnership: Partnership) -> Client:
    """The partnership's open audit asks whether the tiny form fits."""
    make_cycle(partnership, edition=make_edition(tool="with-tiny", standards=tiny_standards("1.1"), fit=FIT))
    return Client()


def test_where_the_open_audit_has_a_tiny_form_three_questions_tell_whether_it_fits(client: Client, partnership: Partnership) -> None:
    make_cycle(partnership, opens="2026-09-20")  # a newer one without
    asking_fit(partnership)
    page = client.get(HERE).content.decode()
    assert all(one["question"] in page for one in FIT)
    client.post(HERE, {**ASKED, "fit-0": "no", "fit-1": "yes", "fit-2": "no"})
    asked = Registration.objects.get()
    assert [(one["answer"], one["fits"]) for one in asked.fit] == [(False, False), (True, True), (False, True)]


def test_each_of_them_is_answered(client: Client, partnership: Partnership) -> None:
    asking_fit(partnership)
    response = client.post(HERE, {**ASKED, "fit-0": "no", "fit-2": "perhaps"})
    assert response.status_code == 422
    assert response.content.decode().count("Choose yes or no") >= 2
    assert not Registration.objects.exists()


def test_without_an_open_audit_that_asks_nothing_is_asked(client: Client, partnership: Partnership) -> None:
    make_cycle(make_partnership(), edition=make_edition(tool="with-tiny", standards=tiny_standards("1.1"), fit=FIT))
    assert FIT[0]["question"] not in client.get(HERE).content.decode()
    client.post(HERE, ASKED)
    assert Registration.objects.get().fit == []
