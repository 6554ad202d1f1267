import pytest

from section11.challenge.models import GoodPractice
from section11.challenge.vocabulary import GoodPracticeState
from tests.factories.browsers import signed_in
from tests.factories.judging import colleague_of, make_practice
from tests.factories.returns import submitted_return
from tests.web.judging.pages import at_partnership, post, read

pytestmark = pytest.mark.django_db


def test_it_is_changed_or_no_longer_marked() -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference)
    client, address = signed_in(opened.officer), at_partnership("change_good_practice", opened, practice=row.pk)
    assert "is changed" in post(client, address, text="Children chair.", version=1, do="save")
    assert "Children chair." in post(client, address, 409, text="Mine.", version=1, do="save")
    assert "no longer marked" in post(client, address, text="", version=2, do="unmark")
    assert not GoodPractice.objects.exists()


def test_once_asked_or_about_ones_own_organisation_it_can_only_be_read() -> None:
    opened, reference = submitted_return()
    asked = make_practice(opened, reference, GoodPracticeState.ASKED)
    page = read(signed_in(opened.officer), at_partnership("change_good_practice", opened, practice=asked.pk))
    assert "was asked whether it may be shared now" in page
    marked = make_practice(opened, reference, text="Not asked.")
    page = read(signed_in(colleague_of(opened)), at_partnership("change_good_practice", opened, practice=marked.pk))
    assert "so a colleague must do this" in page
    assert "Take the mark away" not in page
