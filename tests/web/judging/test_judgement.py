import pytest

from section11.challenge.models import Recommendation
from section11.challenge.operations.rate_evidence import RatedEvidence, rate_evidence
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.challenge import make_part, make_reviewer
from tests.factories.judging import colleague_of, make_grade, make_practice, make_recommendation
from tests.factories.returns import AT, make_wide_edition, partnership_viewer, submitted_return
from tests.queries import AssertQueries
from tests.web.judging.pages import at_submission, post, read

pytestmark = pytest.mark.django_db


def test_it_shows_by_standard_how_far_the_judging_is() -> None:
    opened, reference = submitted_return()
    rate_evidence(opened.officer, reference, "1", {"1.1": RatedEvidence("weak")}, at=AT)
    make_grade(opened, reference, "outstanding")
    make_practice(opened, reference)
    make_recommendation(opened, reference, standard_ref="")
    page = read(signed_in(opened.officer), at_submission("judgement", opened, reference))
    assert "1. Leadership 1 of 2 1 weak Outstanding 1 piece of good practice, 0 recommendations" in page
    assert "2. Training 0 of 2 Not yet None" in page
    for text in ("A child chairs the panel.", "Ask children what changed."):
        assert text in page


def test_something_is_recommended_on_the_whole_return() -> None:
    opened, reference = submitted_return()
    client, address = signed_in(make_reviewer(opened.cycle, "1")), at_submission("judgement", opened, reference)
    assert "Write what you recommend" in post(client, address, 422, text=" ")
    assert "The recommendation is saved" in post(client, address, text="Join the network.")
    assert Recommendation.objects.get().standard is None


def test_who_only_reads_has_nothing_to_press() -> None:
    opened, reference = submitted_return()
    make_recommendation(opened, reference)
    address = at_submission("judgement", opened, reference)
    for viewer, status in ((partnership_viewer(opened, Role.SCRUTINEER), 404), (colleague_of(opened), 422)):
        client = signed_in(viewer)
        page = read(client, address)
        assert "Save this recommendation" not in page
        assert "Give all" not in page
        assert "Ask children what changed." in page
        assert client.post(address, {"text": "Mine."}).status_code == status
    assert signed_in(partnership_viewer(opened, Role.EXECUTIVE_VIEWER)).get(address).status_code == 404
    assert Recommendation.objects.count() == 1


@pytest.mark.parametrize("standards", [1, 12])
def test_it_takes_ten_statements_at_most_at_any_size(assert_queries: AssertQueries, standards: int) -> None:
    opened, reference = submitted_return(edition=make_wide_edition(standards, 2))
    make_grade(opened, reference)
    for number in range(5):
        make_practice(opened, reference, text=f"Practice {number}")
    reviewer = make_reviewer(opened.cycle, "1")
    make_part(reviewer, opened.cycle, sector=opened.invitation.sector)
    client = signed_in(make_reviewer(opened.cycle, "1"))
    with assert_queries(10):
        assert client.get(at_submission("judgement", opened, reference)).status_code == 200
