"""The independent scrutineer reads everything in a partnership, and does nothing there but give an own opinion."""

import pytest
from django.test import Client

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.notices.operations.note_bounce import note_bounce
from section11.notices.operations.resend_email import resend_email
from section11.web.access import ACCESS
from section11.web.who_may import Scope
from tests.factories.browsers import signed_in
from tests.factories.directory import make_registration
from tests.factories.notices import make_email
from tests.factories.returns import AT, partnership_viewer
from tests.factories.world import Place, make_place
from tests.journeys.everywhere import to

# pages without an operation that are no reading: each is a step of an officer's work, whose result is read elsewhere
WORK = {
    *("whom_to_invite", "check_cycle", "invitation_template"),  # before an audit opens
    *("preview_emails", "ladder", "ladder_step", "invitation_chasing"),  # what would be sent; what was sent is among the emails
}
BUTTONS = ("Send again", "This came back", "Add a colleague", "Approve", "Decline", "Close this audit", "Change role", "End role")


@pytest.fixture
def place(db: None) -> Place:
    return make_place()


@pytest.fixture
def client(place: Place) -> Client:
    return signed_in(partnership_viewer(place.opened, Role.SCRUTINEER))


def test_every_page_that_only_shows_something_is_open_to_the_scrutineer() -> None:
    closed = {
        name
        for name, access in ACCESS.items()
        if access.scope is Scope.PARTNERSHIP and not access.operations and Role.SCRUTINEER not in access.roles
    }
    assert closed == WORK


def test_of_what_changes_anything_only_the_opinion_is_theirs() -> None:
    theirs = {operation for access in ACCESS.values() if access.roles == {Role.SCRUTINEER} for operation in access.operations}
    assert theirs == {"save_opinion", "give_opinion"}


@pytest.mark.parametrize("name", ["colleagues", "registrations", "emails", "email", "cycle_setup", "judge_standard", "judgement", "triage"])
def test_they_read_what_officers_read_and_find_nothing_to_press(place: Place, client: Client, name: str) -> None:
    partnership = place.opened.cycle.partnership
    make_registration(partnership)
    make_email(partnership.pk, state="failed")
    response = client.get(to(name, place))
    assert response.status_code == 200
    main = response.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    assert [words for words in BUTTONS if words in main] == []
    assert 'method="post"' not in main or name == "judge_standard"
    assert client.post(to(name, place), {"practice": "Mine."}).status_code in (200, 404, 405)


def test_they_send_no_email_again_and_say_of_none_that_it_came_back(place: Place, client: Client) -> None:
    failed = make_email(place.opened.cycle.partnership_id, state="failed")
    scrutineer = partnership_viewer(place.opened, Role.SCRUTINEER)
    for operation in (resend_email, note_bounce):
        with pytest.raises(Absent):
            operation(scrutineer, failed.pk, at=AT)
    for step in ("", "came-back"):
        assert client.post(to("email", place, email_id=failed.pk), {"step": step}).status_code == 404
    failed.refresh_from_db()
    assert failed.state == "failed"


def test_an_audit_that_is_being_set_up_is_its_officers_alone(place: Place, client: Client) -> None:
    Cycle.objects.filter(pk=place.opened.cycle.pk).update(state=CycleState.DRAFT)
    assert client.get(to("cycle_setup", place)).status_code == 404
