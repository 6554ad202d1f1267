"""The page on which a panel is planned."""

import pytest
from django.urls import reverse

from section11.challenge.models import Panel
from tests.factories.browsers import signed_in
from tests.factories.panels import panel_reviewer
from tests.factories.returns import open_return
from tests.web.panels.pages import in_cycle

pytestmark = pytest.mark.django_db


def test_it_is_planned_and_what_is_wrong_stays_typed() -> None:
    opened = open_return()
    reviewer = panel_reviewer(opened)
    client, address = signed_in(opened.officer), reverse("plan_panel", kwargs=in_cycle(opened))
    assert reviewer.name in client.get(address).content.decode()
    typed = {"title": "Panel of the schools", "where": "Room 1", "members": [reviewer.person_id]}
    wrong = client.post(address, typed)
    assert wrong.status_code == 422
    assert "Enter the day of the panel" in wrong.content.decode()
    assert 'value="Panel of the schools"' in wrong.content.decode()
    assert "checked" in wrong.content.decode()
    done = client.post(address, {**typed, "held_on": "12 11 2026"})
    panel = Panel.objects.get()
    assert done["Location"] == reverse("panel", kwargs={**in_cycle(opened), "panel": panel.pk})
    assert panel.members.get().person_id == reviewer.person_id
