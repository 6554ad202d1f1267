from datetime import date

import pytest
from django.test import Client

from section11.cycles.models import Contact, Cycle
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from tests.factories.activity import make_event
from tests.factories.browsers import signed_in
from tests.factories.cycles import LONG_AGO, make_cycle, make_invitation
from tests.factories.directory import make_membership, make_person
from tests.factories.returns import open_return, submitted_return
from tests.queries import assert_queries_below
from tests.web.cycles.conftest import BrowserOf
from tests.web.cycles.pages import AUDIT, post, read, words

pytestmark = pytest.mark.django_db


def test_all_about_one(client: Client, officer: Membership, cycle: Cycle) -> None:
    made = make_invitation(cycle, due=date(2026, 10, 1))
    make_membership(make_person("Ann Lead", email="ann@example.org"), Role.RETURN_LEAD, of=made.unit)
    Contact.objects.create(
        invitation=made, kind="phone", spoke_to="Ann", note="On <b>Friday</b>.", at=LONG_AGO, logged_by="x", logged_by_name="Olive"
    )
    make_event(cycle.partnership.ref, verb="reminder-asked", subject=made.ref, actor=officer.person.ref)
    post(client, f"{AUDIT}/invitations/{made.pk}/exempt", reason="Answers a peer")
    with assert_queries_below(10):
        text = read(client, f"{AUDIT}/invitations/{made.pk}")
    for told in (
        "Where it stands Exempt",
        "Why Answers a peer",
        "Due 1 October 2026, end of day, 4 days ago (its own date)",
        "Ann Lead , return lead ann@example.org Has not signed in yet",
        "Phone call with Ann, 1 September 2026 at 10:00, logged by Olive On <b>Friday</b>.",
        "Reminder , 1 September 2026 at 10:00, asked for by Olive Officer",
        "Exempted 5 October 2026 at 10:00, Olive Officer",
        "Put it back",
    ):
        assert told in text


def test_what_can_be_done_follows_the_state(client: Client, cycle: Cycle) -> None:
    def actions(**changes: object) -> list[str]:
        made = make_invitation(cycle, **changes)
        body = words(client.get(f"{AUDIT}/invitations/{made.pk}"))
        return [
            w
            for w in ("reminder", "Extend", "Change the form", "Exempt it", "Withdraw it", "Put it back")
            if w in body.split("What you can do")[1]
        ]

    assert actions() == ["reminder", "Extend", "Exempt it", "Withdraw it"]
    assert actions(submissions=1) == []
    assert actions(state=InvitationState.WITHDRAWN) == ["Put it back"]
    Cycle.objects.update(state=CycleState.DRAFT)
    assert actions() == ["Change the form", "Exempt it", "Withdraw it"]
    Cycle.objects.update(state=CycleState.CLOSED)
    assert actions() == []


def test_those_who_read_submissions_can_open_them() -> None:
    opened, reference = submitted_return()
    make_event(opened.cycle.partnership.ref, verb="invitation-extended", subject=opened.invitation.ref, actor=opened.officer.person_ref)
    partnership = opened.cycle.partnership
    path = f"/p/{partnership.slug}/cycles/{opened.cycle.slug}/invitations/{opened.invitation.pk}"
    for role, reads in ((Role.OFFICER, True), (Role.REVIEWER, True), (Role.SCRUTINEER, True), (Role.EXECUTIVE_VIEWER, False)):
        browser = signed_in(make_membership(role=role, of=partnership).person)
        with assert_queries_below(10):
            text = read(browser, path)
        assert (reference in text) == reads
        assert (opened.lead.name in text, "@" in text.split("History")[0]) == (True, reads)


def test_drafting_stays_the_organisations_own(client: Client) -> None:
    opened = open_return()
    officer = signed_in(opened.officer)
    text = read(officer, f"/p/{opened.cycle.partnership.slug}/cycles/{opened.cycle.slug}/invitations/{opened.invitation.pk}")
    assert "answer" not in text.split("History")[-1]


def test_an_invitation_of_another_cycle_is_absent(client: Client, browser_of: BrowserOf, cycle: Cycle) -> None:
    for other in (make_invitation(make_cycle(cycle.partnership)), make_invitation()):
        for person in (client, browser_of(Role.EXECUTIVE_VIEWER)):
            assert person.get(f"{AUDIT}/invitations/{other.pk}").status_code == 404
