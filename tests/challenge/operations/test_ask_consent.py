import pytest

from section11.challenge.models import GoodPractice
from section11.challenge.operations.ask_consent import ask_consent
from section11.challenge.operations.change_good_practice import change_good_practice
from section11.challenge.vocabulary import GoodPracticeState
from section11.lib.errors import Conflict
from tests.challenge.operations.around import nobody_else_may
from tests.factories.judging import make_practice, verbs
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_the_organisation_is_asked_and_told() -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference)
    ask_consent(opened.officer, row.pk, version=1, at=AT)
    asked = GoodPractice.objects.get()
    assert (asked.state, asked.asked_at) == (GoodPracticeState.ASKED, AT)
    for stream in (opened.organisation_stream, opened.partnership_stream):
        assert verbs(stream)[-1] == "asked-consent"


def test_exactly_the_words_that_were_seen_are_asked_about() -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference)
    change_good_practice(opened.officer, row.pk, "Other words.", version=1, at=AT)
    with pytest.raises(Conflict):
        ask_consent(opened.officer, row.pk, version=1, at=AT)


def test_nobody_else_asks() -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference)
    nobody_else_may(opened, lambda viewer: ask_consent(viewer, row.pk, version=1, at=AT))
