"""The organisation's pages of a return that came in from a file: it reads as it was sent."""

import pytest
from django.urls import reverse

from section11.directory.models import Unit
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer, system_viewer
from section11.returns.models import Answer, ReturnInvitation, SubmittedAnswer
from section11.returns.operations.open_returns import open_returns
from section11.transfer.operations.import_cycle import import_cycle
from tests.factories.browsers import signed_in
from tests.factories.cycle_files import cycle_file, encoded, invitation, submission
from tests.factories.cycles import make_cycle, make_invitation
from tests.factories.directory import make_viewer
from tests.factories.returns import AT
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db
SENT = submission(
    {
        "1.1": {"level": "met", "comment": "A named lead"},
        "1.2": {"level": "partial", "evidence": [{"title": "Policy", "kind": "reference"}]},
    },
    narratives={"1": {"how": "Our board"}},
    actions=[{"statement": "1.2", "what": "Write a plan", "who": "Head"}],
)


@pytest.fixture
def lead(db: None) -> Viewer:
    """The lead of a unit whose return was brought in from a file."""
    import_cycle(system_viewer("test"), encoded(cycle_file(invitation("oak-surgery", SENT))), at=AT)
    return make_viewer(Role.RETURN_LEAD, of=Unit.objects.get())


def page(lead: Viewer, name: str, **more: str) -> str:
    return reverse(name, kwargs={"organisation": lead.slug, "return_id": ReturnInvitation.objects.get().unit_return_id, **more})


def test_its_task_list_says_what_was_answered(lead: Viewer, assert_queries: AssertQueries) -> None:
    assert not Answer.objects.exists()
    client = signed_in(lead)
    text = client.get(page(lead, "return_tasks")).content.decode()
    assert "Complete" in text
    assert text.count("Not started") == 1  # the second standard, of which nothing was answered
    address = page(lead, "return_tasks")
    with assert_queries(10):
        client.get(address)


def test_its_standards_and_its_copy_read_as_they_were_sent(lead: Viewer) -> None:
    client = signed_in(lead)
    for address in (page(lead, "standard", standard_ref="1"), page(lead, "return_copy")):
        text = client.get(address).content.decode()
        assert all(said in text for said in ("A named lead", "Policy", "Our board", "Write a plan")), address
    for name in ("return_copy_pdf", "return_copy_xlsx"):
        assert client.get(page(lead, name)).status_code == 200


def test_a_review_of_it_begins_with_what_was_sent(lead: Viewer) -> None:
    before = ReturnInvitation.objects.get().invitation
    cycle = make_cycle(before.cycle.partnership, edition=before.cycle.edition)
    made = make_invitation(cycle, participation=before.participation, unit=before.unit, form="review")
    open_returns(make_viewer(Role.OFFICER, of=cycle.partnership), cycle.pk, at=AT)
    carried = Answer.objects.filter(unit_return__invited_by__invitation=made, carried=True)
    assert {a.statement.ref: a.level.key for a in carried.select_related("statement", "level") if a.level} == {
        "1.1": "met",
        "1.2": "partial",
    }
    assert SubmittedAnswer.objects.filter(carried=True).count() == 0
