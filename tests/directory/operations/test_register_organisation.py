from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Membership, Participation, Registration
from section11.directory.operations.register_organisation import FitAnswer, register_organisation
from section11.lib.errors import Absent, Refused
from tests.factories.directory import make_partnership, make_sector

pytestmark = pytest.mark.django_db
ASKED = {
    "organisation_name": " Elm  School",
    "sector_key": "school",
    "duty_basis": "section-11",
    "lead_name": "Ada Cole",
    "lead_email": "Ada@Example.org ",
    "about": "We run clubs.",
}


def test_anybody_may_ask_and_nothing_is_given_yet(at: datetime) -> None:
    partnership = make_sector().partnership
    made = register_organisation(partnership.slug, at=at, **ASKED)
    assert (made.organisation_name, made.lead_email, made.state, made.asked_at) == ("Elm School", "ada@example.org", "waiting", at)
    assert not Membership.objects.exists()
    assert not Participation.objects.exists()
    event = ActivityEvent.objects.get()
    assert (event.stream.ref, event.verb, event.actor) == (partnership.ref, "registration-asked", "public:registration")
    assert "Elm" not in str(event.details)


def test_the_same_asked_twice_is_one_registration(at: datetime) -> None:
    partnership = make_sector().partnership
    first = register_organisation(partnership.slug, at=at, **ASKED)
    assert register_organisation(partnership.slug, at=at, **{**ASKED, "organisation_name": "ELM SCHOOL"}) == first
    assert register_organisation(partnership.slug, at=at, **{**ASKED, "lead_email": "other@example.org"}) != first
    Registration.objects.filter(pk=first.pk).update(state="declined")
    assert register_organisation(partnership.slug, at=at, **ASKED) != first


def test_a_partnership_that_takes_none_looks_absent(at: datetime) -> None:
    closed = make_sector(make_partnership(takes_registrations=False)).partnership
    for slug in (closed.slug, "nowhere"):
        with pytest.raises(Absent):
            register_organisation(slug, at=at, **ASKED)


def test_what_is_wrong_is_said_all_at_once(at: datetime) -> None:
    make_sector(make_partnership(), key="theirs")
    wrong = {"organisation_name": "", "sector_key": "theirs", "duty_basis": "", "lead_name": "", "lead_email": "x", "about": "x" * 2001}
    with pytest.raises(Refused) as told:
        register_organisation(make_sector().partnership.slug, at=at, **wrong)
    assert set(told.value.problems) == {"organisation_name", "sector", "duty_basis", "lead_name", "lead_email", "about"}
    assert not Registration.objects.exists()


def test_what_tells_whether_the_tiny_form_fits_is_kept_and_has_to_be_answered(at: datetime) -> None:
    partnership = make_sector().partnership
    asked = [FitAnswer("Do you pay any staff?", fits=False, answer=False), FitAnswer("A policy?", fits=True, answer=None)]
    with pytest.raises(Refused) as refused:
        register_organisation(partnership.slug, at=at, fit=asked, **ASKED)
    assert list(refused.value.problems) == ["fit-1"]
    made = register_organisation(partnership.slug, at=at, fit=asked[:1], **ASKED)
    assert made.fit == [{"question": "Do you pay any staff?", "answer": False, "fits": False}]
