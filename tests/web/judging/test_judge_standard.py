from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from section11.challenge.models import EvidenceRating, GoodPractice, Recommendation, StandardGrade
from section11.challenge.operations.rate_evidence import RatedEvidence, rate_evidence
from section11.directory.vocabulary import Role
from section11.returns.operations.start_amendment import start_amendment
from tests.factories.browsers import signed_in
from tests.factories.challenge import make_part, make_reviewer
from tests.factories.judging import colleague_of, make_grade, make_practice, make_recommendation, switch_grading_on
from tests.factories.returns import AT, Opened, make_wide_edition, partnership_viewer, sign_and_submit, submitted_return
from tests.queries import AssertQueries
from tests.web.judging.pages import at_submission, read, words

pytestmark = pytest.mark.django_db
WHY = "They show what changed."


def address(opened: Opened, reference: str, standard: str = "1") -> str:
    return at_submission("judge_standard", opened, reference, standard_ref=standard)


def form(**more: Any) -> dict[str, Any]:
    """What the page sends when nothing was judged before."""
    return {"version-1.1": 0, "shown-1.1": "", "version-1.2": 0, "shown-1.2": "", "grade_version": 0, **more}


def send(client: Client, to: str, status: int = 302, **more: Any) -> str:
    response = client.post(to, form(**more))
    assert response.status_code == status, words(response) if status != 302 else response.status_code
    return response["Location"] if status == 302 else words(response)


def test_everything_about_a_standard_is_saved_at_once() -> None:
    opened, reference = submitted_return()
    switch_grading_on(opened)
    client = signed_in(make_reviewer(opened.cycle, "1"))
    to = address(opened, reference)
    typed = {"strength-1.1": "weak", "grade": "good", "reasons": WHY, "practice": "A child chairs.", "recommendation": "Ask children."}
    assert send(client, to, **typed) == to
    assert EvidenceRating.objects.get().strength == "weak"
    assert StandardGrade.objects.get().reasons == WHY
    page = read(client, to)
    assert "Standard 1 is saved" in page
    for text in ("Weak: does not show it", WHY, "A child chairs.", "Marked, not asked yet", "Ask children.", "Not given yet"):
        assert text in page


def test_the_button_leads_to_the_next_standard_and_after_the_last_to_the_whole() -> None:
    opened, reference = submitted_return()
    client = signed_in(opened.officer)
    assert send(client, address(opened, reference), then="next") == address(opened, reference, "2")
    assert send(client, address(opened, reference, "2"), then="next") == at_submission("judgement", opened, reference)


def test_what_can_be_saved_is_and_only_the_rest_stands_in_its_boxes() -> None:
    opened, reference = submitted_return()
    switch_grading_on(opened)
    typed = form(**{"strength-1.1": "strong", "grade": "good", "reasons": "", "practice": "A child chairs."})
    response = signed_in(opened.officer).post(address(opened, reference), typed)
    assert response.status_code == 422
    assert "Give the reasons for this grade" in words(response)
    assert EvidenceRating.objects.get().strength == "strong"
    assert GoodPractice.objects.count() == 1
    assert not StandardGrade.objects.exists()
    assert ">\nA child chairs.</textarea>" not in response.content.decode()


def test_whoever_was_slower_sees_both_and_can_save_again() -> None:
    opened, reference = submitted_return()
    rate_evidence(make_reviewer(opened.cycle), reference, "1", {"1.1": RatedEvidence("none")}, at=AT)
    client = signed_in(opened.officer)
    response = client.post(address(opened, reference), form(**{"strength-1.1": "strong", "strength-1.2": "weak"}))
    assert response.status_code == 409
    assert "rated some of this evidence in the meantime" in words(response)
    assert "Their rating of 1.1 None seen" in words(response)
    body = response.content.decode()
    assert 'name="version-1.1" value="1"' in body
    assert 'name="shown-1.1" value="none"' in body
    send(client, address(opened, reference), **{"strength-1.1": "strong", "shown-1.1": "none", "version-1.1": 1})
    assert EvidenceRating.objects.get(statement__ref="1.1").strength == "strong"


def test_a_rating_nobody_touched_is_never_lost_to_a_colleague() -> None:
    opened, reference = submitted_return()
    rate_evidence(make_reviewer(opened.cycle), reference, "1", {"1.1": RatedEvidence("none")}, at=AT)
    typed = {"strength-1.1": "weak", "shown-1.1": "weak", "version-1.1": 3, "strength-1.2": "weak"}
    send(signed_in(opened.officer), address(opened, reference), **typed)
    assert dict(EvidenceRating.objects.values_list("statement__ref", "strength")) == {"1.1": "none", "1.2": "weak"}


def test_a_grade_that_a_colleague_gave_meanwhile_is_shown_beside_mine() -> None:
    opened, reference = submitted_return()
    make_grade(opened, reference)
    page = send(signed_in(opened.officer), address(opened, reference), 409, grade="inadequate", reasons="Nothing changed.")
    assert "graded this standard in the meantime" in page
    assert "Their grade Good" in page
    assert "Nothing changed." in page


def test_no_grade_is_asked_where_grading_is_off() -> None:
    opened, reference = submitted_return()
    assert "Grade" not in read(signed_in(opened.officer), address(opened, reference))


@pytest.mark.parametrize("who", ["scrutineer", "colleague", "other reviewer"])
def test_who_may_not_judge_reads_it_all_and_has_nothing_to_press(who: str) -> None:
    opened, reference = submitted_return()
    rate_evidence(opened.officer, reference, "1", {"1.1": RatedEvidence("weak")}, at=AT)
    make_practice(opened, reference)
    make_recommendation(opened, reference)
    make_grade(opened, reference)
    viewer = {
        "scrutineer": lambda: partnership_viewer(opened, Role.SCRUTINEER),
        "colleague": lambda: colleague_of(opened),
        "other reviewer": lambda: make_reviewer(opened.cycle, "2"),
    }[who]()
    client = signed_in(viewer)
    response = client.get(address(opened, reference))
    page = words(response)
    said = {"scrutineer": "Only officers and reviewers", "colleague": "so a colleague must do this", "other reviewer": "given to other"}
    assert said[who] in page
    for text in ("Weak: does not show it", "A child chairs the panel.", "Ask children what changed.", WHY):
        assert text in page
    main = response.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    assert "<button" not in main
    assert "/change" not in main
    status = client.post(address(opened, reference), form(practice="Mine.")).status_code
    assert status == (404 if who == "scrutineer" else 422)
    assert GoodPractice.objects.count() == 1


def test_an_earlier_submission_is_read_only() -> None:
    opened, first = submitted_return()
    start_amendment(opened.lead, opened.return_id, "Something changed", at=AT)
    second = sign_and_submit(opened, at=AT + timedelta(hours=1))
    client = signed_in(opened.officer)
    assert "no longer the submission that counts" in read(client, address(opened, first))
    page = send(client, address(opened, first), 422, recommendation="Keep this text.")
    assert "What you typed was not saved" in page
    assert "Keep this text." in page
    assert not Recommendation.objects.exists()
    assert "no longer the submission that counts" not in read(client, address(opened, second))


def test_an_executive_viewer_and_a_standard_that_was_not_asked_find_nothing() -> None:
    opened, reference = submitted_return()
    assert signed_in(partnership_viewer(opened, Role.EXECUTIVE_VIEWER)).get(address(opened, reference)).status_code == 404
    assert signed_in(opened.officer).get(address(opened, reference, "9")).status_code == 404


@pytest.mark.parametrize("statements", [2, 30])
def test_it_takes_ten_statements_at_most_at_any_size(assert_queries: AssertQueries, statements: int) -> None:
    opened, reference = submitted_return(edition=make_wide_edition(3, statements))
    make_grade(opened, reference)
    for number in range(5):
        make_practice(opened, reference, text=f"Practice {number}")
        make_recommendation(opened, reference, text=f"Advice {number}")
    reviewer = make_reviewer(opened.cycle, "1")
    make_part(reviewer, opened.cycle, standard="2")
    client = signed_in(reviewer)
    with assert_queries(10):
        assert client.get(address(opened, reference)).status_code == 200


def test_the_reading_view_leads_here_and_shows_strength_and_grade_beside_the_answers() -> None:
    opened, reference = submitted_return()
    rate_evidence(opened.officer, reference, "1", {"1.1": RatedEvidence("weak")}, at=AT)
    make_grade(opened, reference)
    client = signed_in(make_reviewer(opened.cycle, "1"))
    response = client.get(at_submission("submission", opened, reference), follow=True)
    body, page = response.content.decode(), words(response)
    assert address(opened, reference) in body
    assert at_submission("judgement", opened, reference) in body
    assert "Judge standard 1" in page
    assert "How it is judged: standard 2" in page
    assert page.count("Strength of the evidence: Weak: does not show it") == 1
    assert page.count("Grade: Good") == 1
