"""Many people write one answer, or many answers, at the same moment: nothing is lost, and nobody is told a wrong thing."""

from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest

from section11.lib.errors import Conflict
from section11.lib.viewer import Viewer
from section11.returns.models import Answer, AnswerRevision
from section11.returns.operations import save_answer as save_module
from section11.returns.operations.save_answer import AnswerText, SavedAnswer, save_answer
from tests.factories.returns import AT, Opened, answer_of, counted, make_wide_edition, more_leads, open_return, recount
from tests.racing import failures, meet_after, race

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass(slots=True)
class Outcome:
    """What became of a race for one answer."""

    typed: dict[str, str]  # by writer
    accepted: dict[str, SavedAnswer] = field(default_factory=dict)
    conflicts: dict[str, Conflict] = field(default_factory=dict)
    others: list[Exception] = field(default_factory=list)


def write_at_once(opened: Opened, writers: list[Viewer]) -> Outcome:
    """Everybody saves a text of their own to the same answer, having seen the same version of it."""
    outcome = Outcome({w.name: f"typed by {w.name}" for w in writers})

    def save(writer: Viewer) -> SavedAnswer:
        text = AnswerText(level="met", comment=outcome.typed[writer.name])
        return save_answer(writer, opened.return_id, "1.1", text, version=0, at=AT)

    ends = race([partial(save, w) for w in writers])
    for writer, end in zip(writers, ends, strict=True):
        if isinstance(end, SavedAnswer):
            outcome.accepted[writer.name] = end
        elif isinstance(end, Conflict):
            outcome.conflicts[writer.name] = end
        else:
            outcome.others.append(end)
    return outcome


def check_nothing_lost(opened: Opened, outcome: Outcome) -> None:
    """Accepted saves = distinct versions; who lost has both texts; what was accepted is all there."""
    assert outcome.others == []
    assert len(outcome.accepted) + len(outcome.conflicts) == len(outcome.typed)
    stands = answer_of(opened, "1.1")
    assert sorted(saved.version for saved in outcome.accepted.values()) == list(range(1, stands.version + 1))
    assert stands.comment == outcome.typed[stands.saved_by_name]
    kept = set(AnswerRevision.objects.filter(answer=stands).values_list("version", "comment"))
    assert kept == {(saved.version, outcome.typed[name]) for name, saved in outcome.accepted.items()}
    for name, conflict in outcome.conflicts.items():
        assert conflict.mine["comment"] == outcome.typed[name]
        assert conflict.theirs["comment"] == outcome.typed[conflict.by]
        assert conflict.by in outcome.accepted
    assert counted(opened) == recount(opened) == 1


@pytest.mark.parametrize("writers", [2, 3, 5, 8, 12])
def test_of_many_who_save_one_answer_one_is_taken_and_the_others_see_both_texts(writers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_return()
    meet_after(monkeypatch, save_module, "check_open", writers)
    outcome = write_at_once(opened, more_leads(opened, writers))
    check_nothing_lost(opened, outcome)
    assert (len(outcome.accepted), len(outcome.conflicts)) == (1, writers - 1)


class WithoutVersions:
    """`Answer.objects` that looks for no version: what a save would be without its guard."""

    def filter(self, **wanted: Any) -> Any:
        wanted.pop("version", None)
        return Answer.objects.filter(**wanted)

    def get(self, **wanted: Any) -> Answer:
        return Answer.objects.get(**wanted)


class UnguardedAnswer:
    objects = WithoutVersions()


def test_control_without_the_version_check_updates_are_lost_and_the_race_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_return()
    monkeypatch.setattr(save_module, "Answer", UnguardedAnswer)
    meet_after(monkeypatch, save_module, "check_open", 8)
    outcome = write_at_once(opened, more_leads(opened, 8))
    assert len(outcome.accepted) == 8  # all were told that they saved, and one text stands
    with pytest.raises(AssertionError):
        check_nothing_lost(opened, outcome)


def add_in_turn(opened: Opened, writer: Viewer, mark: str) -> int:
    """Put a mark at the end of the comment, on top of whatever stands; how often somebody else was faster."""
    comment, version, slower = "", 0, 0
    while True:
        try:
            save_answer(writer, opened.return_id, "1.1", AnswerText(comment=f"{comment} {mark}"), version=version, at=AT)
        except Conflict as conflict:
            comment, version, slower = conflict.theirs["comment"], conflict.version, slower + 1
        else:
            return slower


def check_every_mark_is_there(opened: Opened, ends: list[int | Exception]) -> None:
    """Nobody's part of the text is missing, and there were as many versions as parts."""
    assert failures(ends) == []
    stands = answer_of(opened, "1.1")
    assert sorted(stands.comment.split()) == sorted(f"m{n}" for n in range(len(ends)))
    assert stands.version == len(ends)
    assert AnswerRevision.objects.filter(answer=stands).count() == len(ends)


@pytest.mark.parametrize("writers", [2, 6, 12])
def test_who_saves_again_on_top_of_what_stands_loses_nothing(writers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_return()
    meet_after(monkeypatch, save_module, "check_open", writers)
    ends = race([partial(add_in_turn, opened, w, f"m{n}") for n, w in enumerate(more_leads(opened, writers))])
    check_every_mark_is_there(opened, ends)


def test_control_without_the_version_check_parts_of_the_text_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_return()
    monkeypatch.setattr(save_module, "Answer", UnguardedAnswer)
    meet_after(monkeypatch, save_module, "check_open", 6)
    ends = race([partial(add_in_turn, opened, w, f"m{n}") for n, w in enumerate(more_leads(opened, 6))])
    with pytest.raises(AssertionError):
        check_every_mark_is_there(opened, ends)


def test_twenty_people_save_twenty_answers() -> None:
    opened = open_return(edition=make_wide_edition(4, 5))
    refs = [f"{s}.{n}" for s in range(1, 5) for n in range(1, 6)]
    writers = more_leads(opened, len(refs))

    def save(writer: Viewer, ref: str) -> SavedAnswer:
        return save_answer(writer, opened.return_id, ref, AnswerText(level="met", comment=ref), version=0, at=AT)

    ends = race([partial(save, w, r) for w, r in zip(writers, refs, strict=True)])
    assert failures(ends) == []
    stand = Answer.objects.filter(unit_return_id=opened.return_id)
    assert sorted(stand.values_list("statement__ref", "comment", "version")) == sorted((ref, ref, 1) for ref in refs)
    assert counted(opened) == recount(opened) == 20
