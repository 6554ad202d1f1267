from datetime import timedelta

import pytest

from section11.directory.models import Partnership, Registration
from section11.directory.operations.approve_registration import approve_registration
from section11.directory.operations.decline_registration import decline_registration
from section11.directory.operations.register_organisation import register_organisation
from section11.directory.queries.invited_links import read_invited_token
from section11.lib.viewer import Viewer
from section11.notices.kinds.registration import ASKED, DECIDED
from section11.notices.vocabulary import EmailKind
from tests.factories.directory import make_partnership, make_sector, make_viewer
from tests.factories.notices import texts
from tests.factories.returns import AT

pytestmark = pytest.mark.django_db
BEFORE = AT - timedelta(minutes=1)


@pytest.fixture
def partnership() -> Partnership:
    made = make_partnership("Riverside")
    make_sector(made)
    return made


@pytest.fixture
def officer(partnership) -> Viewer:
    return make_viewer(of=partnership)


@pytest.fixture
def registration(partnership) -> Registration:
    return register_organisation(
        partnership.slug,
        organisation_name="Win a prize at https://bad.example",
        sector_key="school",
        duty_basis="choice",
        lead_name="Reg Istrant",
        lead_email="reg@example.org",
        about="We teach swimming",
        at=AT,
    )


def test_who_asked_gets_a_receipt_that_repeats_nothing_typed(registration):
    """The address has not been proved, so nobody can make us send their words to others."""
    [(notice, text)] = texts(ASKED, BEFORE)
    assert (notice.kind, notice.recipient.email) == (EmailKind.REGISTRATION_ASKED, "reg@example.org")
    for typed in ("prize", "bad.example", "Reg Istrant", "swimming"):
        assert typed not in text.subject + text.body
    assert "business.unit@example.org" in text.body


def test_each_officer_hears_that_it_waits(registration, officer, partnership):
    make_viewer(of=partnership)
    notes = [(notice, text) for notice, text in texts(ASKED, BEFORE) if notice.kind == EmailKind.REGISTRATION_WAITING]
    assert len({notice.recipient.email for notice, _ in notes}) == len({notice.about for notice, _ in notes}) == 2
    assert registration.organisation_name in notes[0][1].body
    assert "/p/riverside/registrations\n" in notes[0][1].body


def test_officers_hear_nothing_of_one_that_is_decided_already(registration, officer):
    decline_registration(officer, registration.pk, reason="Another area", at=AT)
    assert [notice.kind for notice, _ in texts(ASKED, BEFORE)] == [EmailKind.REGISTRATION_ASKED]


def test_an_approval_says_so_and_how_to_sign_in(registration, officer):
    made = approve_registration(officer, registration.pk, at=AT)
    [(notice, text)] = texts(DECIDED, BEFORE)
    assert (notice.kind, notice.recipient.email) == (EmailKind.REGISTRATION_APPROVED, "reg@example.org")
    link = read_invited_token(text.body.partition("/invited/")[2].split()[0])
    assert link.person_ref == made.lead.person.ref


def test_a_refusal_gives_the_reason(registration, officer):
    decline_registration(officer, registration.pk, reason="Another partnership covers you", at=AT)
    [(notice, text)] = texts(DECIDED, BEFORE)
    assert notice.kind == EmailKind.REGISTRATION_DECLINED
    assert "Another partnership covers you" in text.body
    assert texts(DECIDED, AT) == []
