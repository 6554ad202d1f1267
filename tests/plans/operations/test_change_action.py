from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Unit
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from section11.plans.models import Action
from section11.plans.operations.change_action import change_action
from section11.plans.operations.drop_action import drop_action
from section11.plans.queries import action
from section11.plans.rules import ActionText
from tests.factories.directory import make_organisation, make_viewer, whole_unit
from tests.factories.plans import TRAINING, make_action
from tests.people import let_in, strangers_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit() -> Unit:
    return whole_unit(make_organisation())


@pytest.fixture
def lead(unit: Unit) -> Viewer:
    return make_viewer(Role.RETURN_LEAD, of=unit)


@pytest.fixture
def made(unit: Unit, lead: Viewer) -> Action:
    return make_action(lead, unit.pk)


def test_it_says_the_new_thing_as_the_next_version(unit: Unit, lead: Viewer, made: Action, at: datetime) -> None:
    text = ActionText("Train\r\nsome", "One evening", " Head ", date(2027, 2, 1), "Done half", "green", wants_help=True)
    assert change_action(lead, made.pk, text, version=1, at=at) == 2
    made.refresh_from_db()
    assert action(lead, made.pk).text == ActionText("Train\nsome", "One evening", "Head", date(2027, 2, 1), "Done half", "green", True)
    assert (made.version, made.updated_at, made.updated_by_name, made.origin) == (2, at, lead.name, "return:1")


def test_the_organisation_reads_date_and_colour_and_nothing_of_what_was_typed(unit: Unit, lead: Viewer, made: Action, at: datetime) -> None:
    change_action(lead, made.pk, replace(TRAINING, rag="red", due=None), version=1, at=at)
    told = ActivityEvent.objects.get(verb="changed-action")
    assert (told.stream.ref, told.subject) == (f"organisation:{unit.organisation_id}", made.ref)
    assert told.details == {"state": "open", "due": None, "rag": "red"}


def test_who_comes_second_is_shown_both_texts(unit: Unit, lead: Viewer, made: Action, at: datetime) -> None:
    other = make_viewer(Role.CONTRIBUTOR, of=unit)
    change_action(other, made.pk, replace(TRAINING, who="Bursar", due=date(2027, 3, 1)), version=1, at=at)
    with pytest.raises(Conflict) as told:
        change_action(lead, made.pk, replace(TRAINING, who=" Caretaker", due=None, wants_help=True), version=1, at=at)
    assert (told.value.version, told.value.by) == (2, other.name)
    assert (told.value.mine["who"], told.value.mine["due"], told.value.mine["wants_help"]) == ("Caretaker", "", "yes")
    assert (told.value.theirs["who"], told.value.theirs["due"], told.value.theirs["wants_help"]) == ("Bursar", "2027-03-01", "")
    assert action(lead, made.pk).text.who == "Bursar"
    assert ActivityEvent.objects.filter(verb="changed-action").count() == 1


@pytest.mark.parametrize("version", [0, 2, 10**9, 10**17])
def test_a_version_that_never_was_is_a_conflict(lead: Viewer, made: Action, at: datetime, version: int) -> None:
    with pytest.raises(Conflict):
        change_action(lead, made.pk, replace(TRAINING, who="Bursar"), version=version, at=at)


def test_the_same_words_again_change_nothing(lead: Viewer, made: Action, at: datetime) -> None:
    text = replace(TRAINING, who="Bursar")
    assert [change_action(lead, made.pk, text, version=1, at=at) for _ in range(3)] == [2, 2, 2]
    assert ActivityEvent.objects.filter(verb="changed-action").count() == 1


def test_a_date_that_has_passed_may_stay_but_not_come(lead: Viewer, made: Action, at: datetime) -> None:
    later = at + timedelta(days=200)
    change_action(lead, made.pk, replace(TRAINING, progress="Late"), version=1, at=later)
    with pytest.raises(Refused) as told:
        change_action(lead, made.pk, replace(TRAINING, what="", due=date(2027, 2, 1)), version=2, at=later)
    assert set(told.value.problems) == {"what", "due"}


def test_leads_and_contributors_of_the_unit_may(unit: Unit, lead: Viewer, made: Action, at: datetime) -> None:
    people = {
        "lead": lead,
        "contributor": make_viewer(Role.CONTRIBUTOR, of=unit),
        "signatory": make_viewer(Role.SIGNATORY, of=unit),
        **strangers_to(unit),
    }
    text = replace(TRAINING, who="Bursar")
    assert let_in(people, lambda who: change_action(who, made.pk, text, version=1, at=at)) == {"lead", "contributor"}


def test_what_was_dropped_cannot_be_changed(lead: Viewer, made: Action, at: datetime) -> None:
    drop_action(lead, made.pk, at=at)
    with pytest.raises(Absent):
        change_action(lead, made.pk, TRAINING, version=1, at=at)
