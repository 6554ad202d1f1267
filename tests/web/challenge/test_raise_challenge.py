import pytest
from django.urls import reverse

from section11.challenge.models import Challenge
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.returns.models import SubmittedAction
from section11.returns.operations.plan_action import plan_action
from tests.factories.browsers import signed_in
from tests.factories.challenge import make_reviewer
from tests.factories.returns import ACTION, AT, answer_everything, open_return, partnership_viewer, sign_and_submit, submitted_return
from tests.queries import AssertQueries
from tests.web.challenge.pages_of_challenges import of_partnership, read, send

pytestmark = pytest.mark.django_db


def test_a_statement_is_challenged_where_its_answer_is_read(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    client = signed_in(make_reviewer(opened.cycle))
    address = of_partnership("raise_challenge", opened, reference=reference)
    with assert_queries(10):
        page = read(client, f"{address}?about=statement:1.1")
    assert "Challenge statement 1.1 A named senior person leads on safeguarding. Met" in page
    back = send(client, address, about="statement:1.1", kind="level", level="partial", text="How do you know?")
    assert back == reverse("read_statement", kwargs={"partnership": opened.officer.slug, "reference": reference, "statement_ref": "1.1"})
    made = Challenge.objects.get()
    assert (made.proposed_level and made.proposed_level.key, made.state) == ("partial", "open")
    assert "The challenge on statement 1.1 is raised." in read(client, back)


def test_a_standard_and_an_action_have_no_level_to_propose() -> None:
    opened = open_return()
    plan_action(opened.lead, opened.return_id, "2.1", ACTION, at=AT)
    answer_everything(opened)
    reference = sign_and_submit(opened)
    client, address = signed_in(opened.officer), of_partnership("raise_challenge", opened, reference=reference)
    action = SubmittedAction.objects.get()
    for about, words in (("standard:2", "standard 2 Training"), (f"action:{action.pk}", f"the action for 2.1 {ACTION.what}")):
        page = read(client, f"{address}?about={about}")
        assert f"Challenge {words}" in page
        assert "Proposed level" not in page
        back = send(client, address, about=about, kind="evidence", text="Please", wanted_by="2027-03-31")
        assert back.startswith(of_partnership("submission", opened, reference=reference) + "#")
    assert Challenge.objects.count() == 2


def test_what_is_wrong_is_told_and_what_was_typed_stays() -> None:
    opened, reference = submitted_return()
    address = of_partnership("raise_challenge", opened, reference=reference)
    page = send(signed_in(opened.officer), address, 422, about="statement:1.1", kind="evidence", text="My own words")
    assert "Enter the date by which you want the evidence" in page
    assert "My own words" in page


def test_who_belongs_there_reads_why_and_finds_no_form() -> None:
    opened, reference = submitted_return()
    Membership.objects.filter(person_id=opened.officer.person_id).update(home_organisation=opened.unit.organisation)
    address = of_partnership("raise_challenge", opened, reference=reference)
    page = read(signed_in(opened.officer), f"{address}?about=standard:1")
    assert f"You belong to {opened.participation.name}, so a colleague must do this." in page
    assert "Raise this challenge" not in page


def test_others_find_nothing() -> None:
    opened, reference = submitted_return()
    address = of_partnership("raise_challenge", opened, reference=reference)
    for role in (Role.SCRUTINEER, Role.EXECUTIVE_VIEWER):
        read(signed_in(partnership_viewer(opened, role)), f"{address}?about=standard:1", 404)
    read(signed_in(opened.officer), f"{address}?about=standard:9", 404)
    assert signed_in(opened.officer).get(address)["Location"] == of_partnership("submission", opened, reference=reference)
