import pytest

from section11.directory.vocabulary import Role
from section11.evidence.operations.remove_evidence import remove_evidence
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.queries.submitted_file import submitted_file
from tests.factories.evidence import make_file
from tests.factories.files import PDF
from tests.factories.returns import AT, Opened, answer_everything, make_reference, open_return, partnership_viewer, sign_and_submit
from tests.people import let_in, strangers_to

pytestmark = pytest.mark.django_db


def with_file() -> tuple[Opened, str, int]:
    opened = open_return()
    answer_everything(opened)
    item = make_file(opened.lead, opened.unit.pk).pk
    cite_evidence(opened.lead, opened.return_id, "1.1", item, at=AT)
    return opened, sign_and_submit(opened), item


def opens(viewer: Viewer, reference: str, item: int) -> None:
    name, content_type, file = submitted_file(viewer, reference, item)
    with file:
        assert (name, content_type, file.read()) == ("policy.pdf", "application/pdf", PDF)


def test_those_who_may_read_the_submission_open_it_and_nobody_else() -> None:
    opened, reference, item = with_file()
    people = strangers_to(opened.unit) | {
        "own lead": opened.lead,
        "own officer": opened.officer,
        "executive viewer": partnership_viewer(opened, Role.EXECUTIVE_VIEWER),
    }
    assert let_in(people, lambda who: opens(who, reference, item)) == {"own lead", "own officer"}


def test_it_stays_when_the_unit_takes_it_off_its_list() -> None:
    opened, reference, item = with_file()
    remove_evidence(opened.lead, item, at=AT)
    opens(opened.officer, reference, item)


def test_what_the_submission_does_not_cite_is_absent() -> None:
    opened, reference, item = with_file()
    other, other_reference, other_item = with_file()
    uncited, no_file = make_file(opened.lead, opened.unit.pk).pk, make_reference(opened)
    for told, wanted in ((reference, uncited), (reference, no_file), (reference, other_item), (other_reference, item), ("2222-2222", item)):
        with pytest.raises(Absent):
            submitted_file(opened.officer, told, wanted)
    opens(other.officer, other_reference, other_item)
