from datetime import date

from django.test import Client

from section11.cycles.models import Cycle
from tests.factories.cycles import make_cycle, make_invitation
from tests.web.cycles.pages import AUDIT, post, read, words


def test_form_and_due_date_of_a_draft(client: Client, draft: Cycle) -> None:
    made = make_invitation(draft)
    path = f"{AUDIT}/invitations/{made.pk}/change"
    assert "Its own due date" in read(client, path)
    assert post(client, path, form="light", due="2027-02-01")["Location"] == f"{AUDIT}/invitations/{made.pk}"
    made.refresh_from_db()
    assert (made.form, made.due) == ("light", date(2027, 2, 1))
    response = post(client, path, 422, form="review", due="2020-02-01")
    assert "a review is for those who sent a return before" in words(response)
    assert "Check the year" in words(response)


def test_once_sent_it_stays(client: Client, cycle: Cycle) -> None:
    made = make_invitation(cycle)
    assert "has gone out" in words(post(client, f"{AUDIT}/invitations/{made.pk}/change", 422, form="light"))


def test_an_invitation_of_another_cycle_is_absent(client: Client, cycle: Cycle) -> None:
    other = make_invitation(make_cycle(cycle.partnership))
    post(client, f"{AUDIT}/invitations/{other.pk}/change", 404, form="light")
