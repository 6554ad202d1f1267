"""Confirm that it is done."""

import pytest

from section11.directory.models import Membership
from tests.factories.plans import followed_action
from tests.plans.acts import ACTS
from tests.web.cycles.pages import words
from tests.web.plans.pages import lead_of, officer_of, own, theirs, told

pytestmark = pytest.mark.django_db


def test_the_organisation_reads_what_was_said() -> None:
    followed = followed_action(done=True)
    client, path = officer_of(followed), theirs("confirm_action", followed)
    assert "Confirm that it is done" in told(client, path)
    assert client.post(path, {"note": "Well done", "version": "2"}).status_code == 302
    assert followed.action.state == "confirmed"
    assert "Well done" in told(lead_of(followed), own("own_action", followed))


def test_who_saw_an_earlier_version_reads_what_stands_and_keeps_what_they_typed() -> None:
    followed = followed_action()
    ACTS["update_progress"](followed.opened.lead, followed.action)
    if 2 == 2:
        ACTS["finish_action"](followed.opened.lead, followed.action)
    response = officer_of(followed).post(theirs("confirm_action", followed), {"note": "Well done", "version": "1"})
    assert response.status_code == 409
    assert "changed this action in the meantime" in words(response)
    assert "Well done" in response.content.decode()


def test_who_belongs_to_the_organisation_leaves_it_to_a_colleague() -> None:
    followed = followed_action(done=True)
    Membership.objects.filter(person_id=followed.opened.officer.person_id).update(home_organisation=followed.opened.unit.organisation)
    client, path = officer_of(followed), theirs("confirm_action", followed)
    assert client.get(path).status_code == 302
    assert "so a colleague must decide about this action" in told(client, theirs("followed_action", followed))
    assert "Confirm that it is done" not in told(client, theirs("followed_action", followed))
    response = client.post(path, {"note": "Well done", "version": "2"})
    assert response.status_code == 422
    assert "so a colleague must do this" in words(response)
