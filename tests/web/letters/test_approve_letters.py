"""The page on which letters are approved together."""

import pytest

from section11.challenge.models import Letter
from section11.challenge.operations.edit_letter import edit_letter
from section11.directory.models import Person
from section11.jobs.models import Job
from tests.factories.browsers import signed_in
from tests.factories.panels import belongs, make_letter
from tests.factories.returns import AT, submitted_return
from tests.queries import AssertQueries
from tests.web.letters.pages import in_cycle

pytestmark = pytest.mark.django_db


def test_exactly_what_was_shown_is_approved() -> None:
    opened, _ = submitted_return()
    second, third, own = (submitted_return(cycle=opened.cycle)[0] for _ in range(3))
    letters = [make_letter(one) for one in (opened, second)]
    make_letter(own)
    belongs(opened.officer, own)
    client, address = signed_in(opened.officer), in_cycle(opened, "approve_letters")
    page = client.get(f"{address}?all=1").content.decode()
    for viewer in (opened.lead, opened.signatory, second.lead, second.signatory):
        assert Person.objects.get(pk=viewer.person_id).email in page
    assert "Approve 2 letters" in page
    assert f"{third.participation.name}: no letter is drafted" in page
    [versions] = [line.split('name="versions" value="')[1].split('"')[0] for line in page.splitlines() if 'name="versions"' in line]
    edit_letter(second.officer, letters[1].pk, "Changed since", version=1, at=AT)
    ids = ",".join(str(one.invitation.pk) for one in (opened, second))
    assert "/jobs/" in client.post(address, {"ids": ids, "versions": versions})["Location"]
    job = Job.objects.get()
    assert (job.state, job.done) == ("done", 2)
    assert "1 letter approved" in job.message
    assert "1 letter was passed over" in job.message
    assert set(Letter.objects.filter(state="approved").values_list("pk", flat=True)) == {letters[0].pk}


def test_nothing_chosen() -> None:
    opened, _ = submitted_return()
    client, address = signed_in(opened.officer), in_cycle(opened, "approve_letters")
    assert "No draft was chosen" in client.get(address).content.decode()
    assert "No draft was chosen" in client.post(address, {"ids": "", "versions": "x"}).content.decode()


@pytest.mark.parametrize("count", [1, 8])
def test_ten_statements_at_most(count: int, assert_queries: AssertQueries) -> None:
    opened, _ = submitted_return()
    for one in (opened, *(submitted_return(cycle=opened.cycle)[0] for _ in range(count - 1))):
        make_letter(one)
    client = signed_in(opened.officer)
    with assert_queries(10):
        assert client.get(f"{in_cycle(opened, 'approve_letters')}?all=1").status_code == 200
