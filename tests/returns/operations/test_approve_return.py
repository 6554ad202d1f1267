from datetime import timedelta

import pytest

from section11.cycles.models import Invitation
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.returns.models import Return, SignOff
from section11.returns.operations import approve_return as approve_module
from section11.returns.operations.approve_return import approve_return
from section11.returns.operations.ask_sign_off import ask_sign_off
from section11.returns.operations.take_back import take_back
from section11.returns.queries.draft import draft
from section11.returns.queries.frozen import frozen
from section11.returns.queries.head import return_head
from section11.returns.queries.signing import head_for_signatory
from tests.factories.directory import make_membership, make_viewer
from tests.factories.returns import AT, Opened, answer_everything, ask, in_organisation, membership_id, rate, read_by
from tests.people import let_in, person_of
from tests.returns.around import events, people_around, return_in

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=2)


@pytest.fixture
def asked() -> Opened:
    return return_in("with-signatory")


def test_who_approved_as_what_and_what_is_kept(asked: Opened) -> None:
    approve_return(
        asked.signatory,
        asked.return_id,
        read=read_by(asked.signatory, asked.return_id),
        job_title=" Head\x00teacher ",
        note=" Well done ",
        at=LATER,
    )
    kept = SignOff.objects.get()
    assert (kept.state, kept.decided_at, kept.job_title, kept.note) == ("approved", LATER, "Headteacher", "Well done")
    assert kept.content_hash == frozen(draft(asked.lead, return_head(asked.lead, asked.return_id))).content_hash
    assert Return.objects.get(pk=asked.return_id).state == "signed"
    assert Invitation.objects.get(pk=asked.invitation.pk).progress == "signed"


def test_the_organisation_reads_what_was_approved_and_nothing_of_what_was_typed(asked: Opened) -> None:
    approve_return(
        asked.signatory,
        asked.return_id,
        read=read_by(asked.signatory, asked.return_id),
        job_title="Headteacher",
        note="Well done",
        at=LATER,
    )
    details = {"content": SignOff.objects.get().content_hash}
    assert events("approved-return") == [(asked.organisation_stream, asked.signatory.person_ref, f"return:{asked.return_id}", details)]


def test_the_signatory_who_was_asked_may() -> None:
    opened = return_in("open")
    people = people_around(opened) | {"another signatory": make_viewer(Role.SIGNATORY, of=opened.unit)}
    answer_everything(opened)
    ask(opened)
    assert let_in(
        people, lambda who: approve_return(who, opened.return_id, read=read_by(who, opened.return_id), job_title="Head", at=AT)
    ) == {"signatory"}


def test_a_signatory_who_left_approves_nothing(asked: Opened) -> None:
    person_of(asked.signatory).memberships.update(ended_at=AT)
    with pytest.raises(Absent):
        approve_return(asked.signatory, asked.return_id, read=read_by(asked.signatory, asked.return_id), job_title="Head", at=LATER)


def test_somebody_who_signs_no_more_but_stays_as_contributor_approves_nothing(asked: Opened) -> None:
    person = person_of(asked.signatory)
    make_membership(person, Role.CONTRIBUTOR, of=asked.unit)
    person.memberships.filter(role=Role.SIGNATORY).update(ended_at=AT)
    with pytest.raises(Absent):
        approve_return(
            in_organisation(person, asked),
            asked.return_id,
            read=read_by(in_organisation(person, asked), asked.return_id),
            job_title="Head",
            at=LATER,
        )


def test_a_role_is_needed_and_everything_wrong_is_told_at_once(asked: Opened) -> None:
    for job_title, note, wrong in (
        (" ", "", {"job_title"}),
        ("a" * 201, "b" * 5001, {"job_title", "note"}),
        ("", "b" * 5001, {"job_title", "note"}),
    ):
        with pytest.raises(Refused) as told:
            approve_return(
                asked.signatory, asked.return_id, read=read_by(asked.signatory, asked.return_id), job_title=job_title, note=note, at=LATER
            )
        assert set(told.value.problems) == wrong
    assert Return.objects.get(pk=asked.return_id).state == "with-signatory"


def test_a_request_that_was_replaced_meanwhile_is_not_approved_by_it(asked: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Taken back, changed and sent to somebody else, while this signatory's approval was on its way."""
    other = make_viewer(Role.SIGNATORY, of=asked.unit)

    def replaced(viewer: object, return_id: int) -> object:
        found = head_for_signatory(asked.signatory, return_id)
        take_back(asked.lead, return_id, at=LATER)
        ask_sign_off(asked.lead, return_id, membership_id(other, Role.SIGNATORY, asked.unit), at=LATER)
        return found

    monkeypatch.setattr(approve_module, "head_for_signatory", replaced)
    with pytest.raises(Refused, match="Read it again"):
        approve_return(asked.signatory, asked.return_id, read=read_by(asked.signatory, asked.return_id), job_title="Head", at=LATER)
    assert Return.objects.get(pk=asked.return_id).state == "with-signatory"
    assert list(SignOff.objects.order_by("pk").values_list("state", flat=True)) == ["taken-back", "asked"]
    assert events("approved-return") == []


def test_what_was_read_is_what_is_approved(asked: Opened) -> None:
    """Taken back, changed and sent to the same signatory, while they had the page open."""
    read = frozen(draft(asked.signatory, return_head(asked.signatory, asked.return_id))).content_hash
    take_back(asked.lead, asked.return_id, at=LATER)
    rate(asked, "1.1", comment="Not as you read it")
    ask(asked, at=LATER)
    for shown in (read, ""):
        with pytest.raises(Refused, match="Read it again"):
            approve_return(asked.signatory, asked.return_id, job_title="Head", read=shown, at=LATER)
    assert Return.objects.get(pk=asked.return_id).state == "with-signatory"
    read = frozen(draft(asked.signatory, return_head(asked.signatory, asked.return_id))).content_hash
    approve_return(asked.signatory, asked.return_id, job_title="Head", read=read, at=LATER)
    assert Return.objects.get(pk=asked.return_id).state == "signed"
