import pytest

from section11.challenge.models import Challenge, ChallengeEvidence, ChallengeMessage
from section11.challenge.operations.answer_challenge import NewEvidence, answer_challenge
from section11.challenge.vocabulary import ChallengeState
from section11.cycles.operations.close_cycle import close_cycle
from section11.directory.models import Partnership
from section11.evidence.models import EvidenceItem
from section11.evidence.operations.remove_evidence import remove_evidence
from section11.lib.errors import Absent, Conflict, Refused
from tests.factories.challenge import answer, challenge_in, make_challenge
from tests.factories.returns import AT, make_reference, open_return, submitted_return
from tests.people import let_in
from tests.returns.around import events, people_around

pytestmark = pytest.mark.django_db


def test_the_lead_answers_with_evidence_that_is_there_and_something_new() -> None:
    opened, reference = submitted_return()
    made, old = make_challenge(opened, reference), make_reference(opened)
    new = NewEvidence(kind="file", title="Minutes", file_name="minutes.txt", data=b"We met")
    answer_challenge(opened.lead, opened.return_id, made.pk, " We ask. ", items=[old, old], new=new, seen=1, at=AT)
    made.refresh_from_db()
    assert (made.state, made.answered_at) == (ChallengeState.ANSWERED, AT)
    said = ChallengeMessage.objects.get(side="organisation")
    assert (said.text, said.by, said.by_name) == ("We ask.", opened.lead.person_ref, opened.lead.name)
    assert list(ChallengeEvidence.objects.values_list("message", "item__title")) == [(said.pk, "Staff handbook"), (said.pk, "Minutes")]
    item = EvidenceItem.objects.get(title="Minutes")
    told = {"invitation": opened.invitation.ref, "number": 1, "evidence": [f"evidence:{old}", item.ref]}
    assert events("answered-challenge") == [
        (stream, opened.lead.person_ref, made.ref, told) for stream in (opened.organisation_stream, opened.partnership_stream)
    ]


def test_more_can_be_added_until_it_is_closed() -> None:
    opened, reference = submitted_return()
    made = challenge_in(ChallengeState.ANSWERED, opened, reference)
    answer(opened, made, "And this.")
    assert ChallengeMessage.objects.filter(challenge=made, side="organisation").count() == 2


def test_after_the_audit_has_closed_too() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    close_cycle(opened.officer, opened.cycle.slug, at=AT)
    answer(opened, made)
    assert Challenge.objects.get().state == ChallengeState.ANSWERED


def test_who_has_not_seen_what_came_in_is_shown_both() -> None:
    opened, reference = submitted_return()
    made = challenge_in(ChallengeState.ANSWERED, opened, reference)
    with pytest.raises(Conflict) as told:
        answer(opened, made, "Mine", seen=1)
    assert (told.value.mine, told.value.theirs, told.value.by) == ({"text": "Mine"}, {"text": "We ask every child."}, opened.lead.name)
    assert told.value.version == 2


def test_a_closed_one_takes_no_answer() -> None:
    opened, reference = submitted_return()
    made = challenge_in(ChallengeState.CLOSED, opened, reference)
    with pytest.raises(Conflict) as told:
        answer(opened, made, "Mine")
    assert told.value.theirs == {"outcome": "The evidence was seen"}
    assert ChallengeMessage.objects.count() == 1


def test_what_is_missing_or_gone_is_told_and_nothing_kept() -> None:
    opened, reference = submitted_return()
    made, gone = make_challenge(opened, reference), make_reference(opened)
    remove_evidence(opened.lead, gone, at=AT)
    elsewhere = make_reference(open_return())
    with pytest.raises(Refused) as told:
        answer(opened, made, " ", items=[gone, elsewhere])
    assert set(told.value.problems) == {"text", "items"}
    with pytest.raises(Refused) as told:
        answer(opened, made, new=NewEvidence(kind="link", title="", where="nowhere"))
    assert set(told.value.problems) == {"title", "where"}
    Partnership.objects.update(takes_files=False)
    with pytest.raises(Refused) as told:
        answer(opened, made, new=NewEvidence(kind="file", title="x", data=b"x"))
    assert set(told.value.problems) == {"file"}
    assert ChallengeMessage.objects.count() == 1
    assert not ChallengeEvidence.objects.exists()


def test_the_lead_may_and_of_this_return_only() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    people = people_around(open_return(cycle=opened.cycle, unit=None)) | {"own lead": opened.lead, "own signatory": opened.signatory}
    assert let_in(people, lambda who: answer_challenge(who, opened.return_id, made.pk, "x", seen=1, at=AT)) == {"own lead"}
    other, other_reference = submitted_return()
    foreign = make_challenge(other, other_reference)
    with pytest.raises(Absent):
        answer_challenge(opened.lead, opened.return_id, foreign.pk, "x", seen=1, at=AT)
