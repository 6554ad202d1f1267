"""One organisation's journey, as the partnership reads it."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from section11.cycles.models import Invitation
from section11.directory.models import Partnership
from section11.directory.vocabulary import Role
from section11.lib.viewer import system_viewer
from section11.returns.queries.rounds import rounds_of_organisation
from section11.standards.operations.publish_edition import publish_edition
from tests.factories.browsers import signed_in
from tests.factories.cycle_files import invitation, submission
from tests.factories.directory import make_participation
from tests.factories.journeys import of_partnership, sent, two_cycles
from tests.factories.mappings import make_mapping
from tests.factories.returns import AT
from tests.factories.standards import edition_document
from tests.queries import AssertQueries
from tests.web.analysis.journeys import NOW, PARTNERSHIP, THEN, small
from tests.web.analysis.test_journeys import text_of

pytestmark = pytest.mark.django_db
NORTH = {"slug": "north", "name": "North"}


def journey(client: Client, slug: str = "oak", **query: str) -> str:
    path = reverse("organisation_journey", kwargs={"partnership": PARTNERSHIP, "participation": slug})
    response = client.get(f"{path}?{urlencode(query)}" if query else path)
    assert response.status_code == 200
    return text_of(response.content)


def test_each_statement_stands_with_what_it_was_and_is() -> None:
    page = journey(small())
    assert "Since Audit 2024, 1 of 3 ratings that can be compared improved, 1 stayed the same and 1 declined." in page
    assert "1.1 A named senior person leads on safeguarding. Not met Met Improved" in page
    assert "2.2 Training is shown to change practice. Not applicable Met Applies now" in page


def test_it_is_reached_from_the_organisation_and_from_the_submission() -> None:
    client = small()
    link = reverse("organisation_journey", kwargs={"partnership": PARTNERSHIP, "participation": "oak"})
    shown = client.get(reverse("show_organisation", kwargs={"partnership": PARTNERSHIP, "participation": "oak"}))
    assert link in shown.content.decode()
    reference = rounds_of_organisation(of_partnership(Partnership.objects.get(slug=PARTNERSHIP)), "oak")[0].reference
    response = client.get(reverse("submission", kwargs={"partnership": PARTNERSHIP, "reference": reference}), follow=True)
    assert response.status_code == 200, response.headers
    read = response.content.decode()
    number = Invitation.objects.get(cycle__slug="2026", participation__slug="oak").pk
    assert f"{link}?invitation={number}" in read
    assert "Since Audit 2024" in journey(client, invitation=str(number))


def test_an_earlier_audit_is_chosen_only_from_before_the_later_one() -> None:
    client = small()
    assert "has answered one audit that counts here: Audit 2024" in journey(client, cycle="2024", since="2026")
    assert "Since Audit 2024" in journey(client, cycle="2026", since="2026")


def test_each_unit_has_its_own(at: object) -> None:
    partnership = two_cycles(
        [invitation("oak", sent(THEN)), invitation("oak", sent(NOW), unit=NORTH)],
        [invitation("oak", sent(NOW)), invitation("oak", sent(THEN), unit=NORTH)],
    )
    client = signed_in(of_partnership(partnership))
    assert "Not met Met Improved" in journey(client, unit="")
    assert "Oak: North: journey" in journey(client, unit="north")
    assert "Met Not met Declined" in journey(client, unit="north")
    assert "Whole organisation" in journey(client, unit="no-such")


def test_agreed_levels_can_be_looked_at() -> None:
    partnership = two_cycles([invitation("oak", sent(THEN))], [invitation("oak", sent(NOW, s1_1="unmet"))])
    client = signed_in(of_partnership(partnership))
    assert "Not met Not met Same" in journey(client, basis="agreed")


def test_over_mapped_editions_it_says_what_is_compared_and_why() -> None:
    editions = (edition_document(), edition_document(tool="other-tool"))
    for document in editions:
        publish_edition(system_viewer("test"), document, partnership_id=None, at=AT)
    make_mapping()
    partnership = two_cycles([invitation("oak", submission())], [invitation("oak", submission())], editions=editions)
    page = journey(signed_in(of_partnership(partnership)))
    assert "Compared with 1.2" in page
    assert "Both ask for plans." in page


def test_an_organisation_that_never_answered_says_what_will_come() -> None:
    client = small()
    make_participation(Partnership.objects.get(slug=PARTNERSHIP), name="Fir School")
    assert "has not submitted a return yet" in journey(client, "fir-school")


def test_who_does_not_read_submissions_finds_nothing_and_neither_does_anybody_of_an_absent_one() -> None:
    path = reverse("organisation_journey", kwargs={"partnership": PARTNERSHIP, "participation": "oak"})
    assert small(Role.EXECUTIVE_VIEWER).get(path).status_code == 404
    absent = reverse("organisation_journey", kwargs={"partnership": PARTNERSHIP, "participation": "nobody"})
    viewer = of_partnership(Partnership.objects.get(slug=PARTNERSHIP), Role.SCRUTINEER)
    assert signed_in(viewer).get(absent).status_code == 404
    assert signed_in(viewer).get(path).status_code == 200


def test_it_takes_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    client = small()
    with assert_queries(10):
        journey(client, basis="agreed")
