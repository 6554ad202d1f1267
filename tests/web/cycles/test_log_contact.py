from django.test import Client

from section11.cycles.models import Contact, Cycle
from tests.factories.cycles import make_cycle, make_invitation
from tests.web.cycles.pages import AUDIT, post, read, words


def test_a_call_is_logged(client: Client, cycle: Cycle) -> None:
    made = make_invitation(cycle)
    path = f"{AUDIT}/invitations/{made.pk}/log-contact"
    assert 'value="5"' in client.get(path).content.decode()
    post(client, path, kind="phone", on="2026-10-02", spoke_to="Ann", note="On Friday.")
    assert Contact.objects.get().note == "On Friday."
    assert "Phone call with Ann, 2 October 2026 at 12:00, logged by Olive Officer" in read(client, f"{AUDIT}/invitations/{made.pk}")


def test_everything_that_is_wrong_is_told_at_once(client: Client, cycle: Cycle) -> None:
    made = make_invitation(cycle)
    response = post(client, f"{AUDIT}/invitations/{made.pk}/log-contact", 422, kind="owl", on="31 2 2026", note=" ", spoke_to="x" * 201)
    for told in ("Choose a phone call", "must be a real date", "Say in a few words", "Shorten this"):
        assert told in words(response)
    assert not Contact.objects.exists()


def test_an_invitation_of_another_cycle_is_absent(client: Client, cycle: Cycle) -> None:
    other = make_invitation(make_cycle(cycle.partnership))
    post(client, f"{AUDIT}/invitations/{other.pk}/log-contact", 404, kind="phone", note="x")
