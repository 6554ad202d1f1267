"""A submission as the partnership reads it."""

import re

import pytest
from django.urls import reverse

from section11.challenge.models import AgreedLevel
from section11.directory.vocabulary import Role
from section11.returns.models import Submission, SubmittedAnswer
from section11.returns.operations.save_narrative import save_narrative
from section11.standards.models import Level
from tests.factories.browsers import signed_in
from tests.factories.cycles import make_cycle
from tests.factories.returns import (
    AT,
    answer_everything,
    confirm,
    open_return,
    partnership_viewer,
    rate,
    reviewed,
    sign_and_submit,
    submitted_return,
)
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def address(slug: str, reference: str) -> str:
    return reverse("submission", kwargs={"partnership": slug, "reference": reference})


def test_self_rating_and_agreed_level_stand_side_by_side_and_a_lapsed_one_says_so() -> None:
    opened, reference = submitted_return()
    made = Submission.objects.get(reference=reference)
    answer = SubmittedAnswer.objects.get(submission=made, statement__ref="1.1")
    partial = Level.objects.get(edition=opened.cycle.edition, key="partial")
    for ref, agreed_on in (("1.1", answer.level), ("1.2", partial)):
        statement = SubmittedAnswer.objects.get(submission=made, statement__ref=ref).statement
        AgreedLevel.objects.create(
            invitation=opened.invitation, statement=statement, level=partial, agreed_on=agreed_on, agreed_at=AT, agreed_by="person:x"
        )
    page = signed_in(opened.officer).get(address(opened.officer.slug, reference), follow=True).content.decode()
    assert page.count("Agreed: <strong>Partially met</strong>") == 2
    assert page.count("Agree again") == 1


def test_the_next_return_of_the_cycle_is_one_step_away() -> None:
    opened, reference = submitted_return()
    _, other = submitted_return(cycle=opened.cycle)
    page = signed_in(opened.officer).get(address(opened.officer.slug, reference), follow=True).content.decode()
    assert address(opened.officer.slug, other) in page


def test_an_executive_viewer_reads_no_submission() -> None:
    opened, reference = submitted_return()
    viewer = partnership_viewer(opened, Role.EXECUTIVE_VIEWER)
    assert signed_in(viewer).get(address(opened.officer.slug, reference)).status_code == 404


def test_it_takes_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    for _ in range(3):
        submitted_return(cycle=opened.cycle)
    client = signed_in(opened.officer)
    with assert_queries(10):
        assert client.get(address(opened.officer.slug, reference)).status_code == 302  # the first look is noted
    with assert_queries(10):
        assert client.get(address(opened.officer.slug, reference)).status_code == 200


def test_a_review_shows_first_what_changed_and_marks_each_answer() -> None:
    _, now = reviewed({"1.1": "partial"})
    rate(now, "1.1", "met")
    save_narrative(now.lead, now.return_id, "review", "changed", "A new lead", version=0, at=AT)
    confirm(now)
    reference = sign_and_submit(now)
    client = signed_in(now.officer)
    page = client.get(address(now.officer.slug, reference), follow=True).content.decode()
    text = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "Since last time 1 level changed, 3 as before. This is a review" in text
    assert "Partially met, now Met" in text
    assert text.count("Changed since last time") == 1
    assert text.count("Confirmed as it was last time.") == 3
    assert text.count("A new lead") == 1
    assert "Review, round 2" in text


def test_last_time_elsewhere_is_not_shown() -> None:
    elsewhere, _ = submitted_return()
    here = open_return(cycle=make_cycle(edition=elsewhere.cycle.edition), unit=elsewhere.unit)
    answer_everything(here)
    page = signed_in(here.officer).get(address(here.officer.slug, sign_and_submit(here)), follow=True).content.decode()
    assert "Since last time" not in page
    assert "Not rated last time" not in page
