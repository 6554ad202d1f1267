from django.test import Client

from section11.cycles.models import Cycle, Invitation
from section11.directory.models import Participation
from section11.directory.vocabulary import Role
from section11.returns.models import Return
from tests.factories.directory import make_membership, make_organisation, make_participation, make_partnership, make_person, make_sector
from tests.web.cycles.pages import AUDIT, read, words

PATH = f"{AUDIT}/invitations/new"
TYPED = {
    "name": "Elm School",
    "sector": "school",
    "duty_basis": ["section-175-157", "choice"],
    "lead_name": "Ann Lead",
    "lead_email": "ann@example.org",
    "form": "light",
}


def test_a_new_organisation_is_invited_and_its_return_made(client: Client, cycle: Cycle) -> None:
    assert "A new organisation" in read(client, PATH)
    assert "Why does it take part?" in read(client, f"{PATH}?organisation=new")
    response = client.post(f"{PATH}?organisation=new", TYPED)
    invitation = Invitation.objects.get()
    assert response["Location"] == f"{AUDIT}/invitations/{invitation.pk}"
    assert "Elm School is invited. The email is on its way." in read(client, response["Location"])
    assert Return.objects.get().unit == invitation.unit


def test_into_a_draft_the_email_waits(client: Client, draft: Cycle) -> None:
    response = client.post(f"{PATH}?organisation=new", TYPED)
    assert "The email goes out when you open the audit." in read(client, response["Location"])
    assert not Return.objects.exists()


def test_one_that_takes_part_starts_from_its_present_lead(client: Client, cycle: Cycle) -> None:
    place = make_participation(cycle.partnership, make_organisation("Oak Surgery"))
    make_membership(make_person("Olga Old", email="olga@example.org"), Role.RETURN_LEAD, of=place.organisation)
    path = f"{PATH}?organisation={place.slug}"
    body = client.get(path).content.decode()
    assert 'value="Olga Old"' in body
    assert "Why does it take part?" not in body
    client.post(path, {"lead_name": "Olga Old", "lead_email": "olga@example.org", "form": "full", "unit": "Branch"})
    invitation = Invitation.objects.get()
    assert (invitation.participation, invitation.unit.name) == (place, "Branch")
    again = client.post(path, {"lead_name": "Olga Old", "lead_email": "olga@example.org", "form": "full", "unit": "branch"})
    assert again.status_code == 422
    assert "is invited to this audit already" in words(again)


def test_everything_that_is_wrong_is_told_at_once_and_stays_typed(client: Client, cycle: Cycle) -> None:
    wrong = {
        "name": "",
        "lead_name": "",
        "lead_email": "ann@",
        "signatory_name": "Bea",
        "due-day": "31",
        "due-month": "2",
        "due-year": "2027",
    }
    response = client.post(f"{PATH}?organisation=new", wrong)
    assert response.status_code == 422
    text = words(response)
    for told in (
        "Enter the name of the organisation",
        "Choose a sector",
        "Choose at least one reason",
        "Enter the name of the return lead",
        "Enter the return lead's email address in full",
        "Enter the signatory's email address",
        "Choose a form",
        "must be a real date",
    ):
        assert told in text
    assert 'value="ann@"' in response.content.decode()
    assert not Participation.objects.exists()


def test_a_tampered_form_is_refused(client: Client, cycle: Cycle) -> None:
    theirs = make_sector(make_partnership(), key="theirs")
    for changed in ({"sector": theirs.key}, {"duty_basis": ["x"]}, {"form": "x"}, {"form": "review"}):
        assert client.post(f"{PATH}?organisation=new", {**TYPED, **changed}).status_code == 422
    assert not Participation.objects.exists()


def test_a_foreign_organisation_is_absent(client: Client, cycle: Cycle) -> None:
    theirs = make_participation(make_partnership())
    assert client.get(f"{PATH}?organisation={theirs.slug}").status_code == 404
    assert client.post(f"{PATH}?organisation={theirs.slug}", TYPED).status_code == 404
