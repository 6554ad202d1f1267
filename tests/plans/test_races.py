"""Several people act on one action at the same moment: one act counts, the others are told, and the log tells the truth."""

from collections.abc import Callable
from functools import partial

import pytest

from section11.activity.models import ActivityEvent
from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer
from section11.plans.models import Action, ActionUpdate
from section11.plans.operations import update_progress as update_module
from section11.plans.operations.update_progress import update_progress
from section11.plans.rules.updates import ProgressText
from tests.factories.plans import Followed, followed_action
from tests.factories.returns import ACTION, AT, more_leads
from tests.plans.acts import ACTS
from tests.racing import failures, meet_after, race

pytestmark = pytest.mark.django_db(transaction=True)


def both(followed: Followed, *acts: tuple[str, Viewer]) -> list[object]:
    """Do these at once, each having seen the same version."""
    seen = followed.action
    calls: list[Callable[[], object]] = [partial(ACTS[verb], who, seen) for verb, who in acts]
    return list(race(calls))


@pytest.mark.parametrize("writers", [2, 6])
def test_of_many_updates_one_is_taken_and_the_others_see_both_texts(writers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    followed = followed_action()
    meet_after(monkeypatch, update_module, "problems_of_progress", writers)
    leads = more_leads(followed.opened, writers)

    def update(who: Viewer) -> int:
        return update_progress(who, followed.action_id, ProgressText(f"Typed by {who.name}", "green", ACTION.due), version=1, at=AT)

    ends = race([partial(update, who) for who in leads])
    assert failures(ends, Conflict) == []
    assert sorted(type(end).__name__ for end in ends) == ["Conflict"] * (writers - 1) + ["int"]
    now = followed.action
    assert (now.version, now.progress) == (2, f"Typed by {now.updated_by_name}")
    for who, end in zip(leads, ends, strict=True):
        if isinstance(end, Conflict):
            assert end.mine["progress"] == f"Typed by {who.name}"
            assert end.theirs["progress"] == now.progress
    assert ActionUpdate.objects.count() == 1
    assert ActivityEvent.objects.filter(verb="updated-action").count() == 2  # once in each stream


@pytest.mark.parametrize("attempt", range(3))
@pytest.mark.parametrize(
    ("organisation", "partnership", "done"),
    [
        ("resume_action", "confirm_action", True),
        ("finish_action", "reply_to_support", False),
        ("change_action", "reply_to_support", False),
    ],
)
def test_a_partnership_decides_on_what_stands_or_not_at_all(organisation: str, partnership: str, done: bool, attempt: int) -> None:
    followed = followed_action(done=done)
    before = followed.action.version
    lines = ActionUpdate.objects.count()
    ends = both(followed, (organisation, followed.opened.lead), (partnership, followed.opened.officer))
    assert failures(ends, Conflict, Refused) == []
    assert sum(isinstance(end, Conflict | Refused) for end in ends) == 1
    assert (followed.action.version, ActionUpdate.objects.count()) == (before + 1, lines + 1)
    assert ActionUpdate.objects.latest("pk").state == followed.action.state


@pytest.mark.parametrize("attempt", range(3))
def test_of_two_officers_one_confirms_or_opens_again(attempt: int) -> None:
    followed = followed_action(done=True)
    ends = both(followed, ("confirm_action", followed.opened.officer), ("reopen_action", followed.opened.officer))
    assert failures(ends, Conflict, Refused) == []
    assert sum(isinstance(end, int) for end in ends) == 1
    assert Action.objects.get().version == 3


def test_two_who_take_it_out_take_it_out_once() -> None:
    followed = followed_action()
    one, two = more_leads(followed.opened, 2)
    ends = both(followed, ("drop_action", one), ("drop_action", two))
    assert failures(ends, Conflict, Refused) == [end for end in ends if type(end).__name__ == "Absent"]
    assert ActionUpdate.objects.filter(kind="dropped").count() == 1
