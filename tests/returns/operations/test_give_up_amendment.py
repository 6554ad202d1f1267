from datetime import timedelta

import pytest

from section11.cycles.models import Invitation
from section11.lib.errors import Conflict, Refused
from section11.returns.models import Amendment, Return, StandardMark
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.operations.give_up_amendment import give_up_amendment
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from section11.returns.operations.save_answer import AnswerText, save_answer
from section11.returns.operations.save_narrative import save_narrative
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.operations.uncite_evidence import uncite_evidence
from section11.returns.operations.unmark_not_applicable import unmark_not_applicable
from section11.returns.queries.draft import draft
from section11.returns.queries.frozen import frozen
from section11.returns.queries.head import return_head
from tests.factories.returns import (
    AT,
    Opened,
    answer_everything,
    answer_of,
    counted,
    make_reference,
    narrative_of,
    open_return,
    rate,
    recount,
    sign_and_submit,
)
from tests.people import let_in
from tests.returns.around import events, people_around, return_in

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=2)


def content(opened: Opened) -> str:
    """The hash of what submitting it now would keep."""
    return frozen(draft(opened.lead, return_head(opened.lead, opened.return_id))).content_hash


def rich_return() -> tuple[Opened, int]:
    """A submitted return with texts, a mark, a pointer and evidence; and the id of that evidence."""
    opened = open_return(local=["We know our neighbours"])
    answer_everything(opened)
    item = make_reference(opened)
    rate(opened, "1.1", "partial", comment="As submitted", no_action_reason="None needed", see="2.1")
    cite_evidence(opened.lead, opened.return_id, "1.1", item, at=AT)
    save_narrative(opened.lead, opened.return_id, "1", "how", "As submitted", version=0, at=AT)
    rate(opened, "2.2", "", comment="Underneath")
    mark_not_applicable(opened.lead, opened.return_id, "2", "No staff", at=AT)
    sign_and_submit(opened, at=AT)
    return opened, item


def test_everything_is_again_as_it_was_submitted() -> None:
    opened, item = rich_return()
    before = content(opened)
    start_amendment(opened.lead, opened.return_id, "A slip", at=LATER)
    rate(opened, "1.1", "met", comment="Changed")
    rate(opened, "1.2", "")
    rate(opened, "L1", "na", reason="No neighbours")
    uncite_evidence(opened.lead, opened.return_id, "1.1", item, at=LATER)
    cite_evidence(opened.lead, opened.return_id, "1.2", make_reference(opened), at=LATER)
    save_narrative(opened.lead, opened.return_id, "1", "how", "Changed", version=1, at=LATER)
    save_narrative(opened.lead, opened.return_id, "1", "change", "New", version=0, at=LATER)
    mark_not_applicable(opened.lead, opened.return_id, "1", "Gone", at=LATER)
    assert content(opened) != before
    give_up_amendment(opened.lead, opened.return_id, at=LATER)
    assert content(opened) == before
    assert counted(opened) == recount(opened) == 5
    assert Return.objects.get(pk=opened.return_id).state == "submitted"
    assert Invitation.objects.get(pk=opened.invitation.pk).progress == "submitted"


def test_what_stands_under_a_mark_stays_underneath() -> None:
    opened, _ = rich_return()
    start_amendment(opened.lead, opened.return_id, "A slip", at=LATER)
    give_up_amendment(opened.lead, opened.return_id, at=LATER)
    assert StandardMark.objects.get().reason == "No staff"
    kept = answer_of(opened, "2.2")
    assert (kept.level, kept.comment) == (None, "Underneath")
    start_amendment(opened.lead, opened.return_id, "Another slip", at=LATER)
    unmark_not_applicable(opened.lead, opened.return_id, "2", at=LATER)
    assert counted(opened) == recount(opened) == 4


def test_a_mark_taken_away_comes_back_with_what_stands_underneath() -> None:
    opened, _ = rich_return()
    before = content(opened)
    start_amendment(opened.lead, opened.return_id, "A slip", at=LATER)
    unmark_not_applicable(opened.lead, opened.return_id, "2", at=LATER)
    mark_not_applicable(opened.lead, opened.return_id, "2", "For another reason", at=LATER)
    unmark_not_applicable(opened.lead, opened.return_id, "2", at=LATER)
    give_up_amendment(opened.lead, opened.return_id, at=LATER)
    assert content(opened) == before
    mark = StandardMark.objects.get()
    assert (mark.reason, mark.marked_at, mark.marked_by_name) == ("No staff", AT, opened.lead.name)
    assert answer_of(opened, "2.2").comment == "Underneath"
    assert counted(opened) == recount(opened) == 5
    start_amendment(opened.lead, opened.return_id, "Another slip", at=LATER)
    give_up_amendment(opened.lead, opened.return_id, at=LATER)
    assert StandardMark.objects.get().reason == "No staff"


def test_a_mark_whose_reason_changed_says_again_what_was_submitted() -> None:
    opened, _ = rich_return()
    before = content(opened)
    start_amendment(opened.lead, opened.return_id, "A slip", at=LATER)
    mark_not_applicable(opened.lead, opened.return_id, "2", "Another reason", at=LATER)
    give_up_amendment(opened.lead, opened.return_id, at=LATER)
    assert content(opened) == before
    assert StandardMark.objects.get().reason == "No staff"
    assert counted(opened) == recount(opened) == 5


def test_who_still_has_a_page_of_the_amendment_open_saves_nothing_from_it_later() -> None:
    opened, _ = rich_return()
    start_amendment(opened.lead, opened.return_id, "A slip", at=LATER)
    rate(opened, "1.2", comment="Seen")
    version = answer_of(opened, "1.2").version
    give_up_amendment(opened.lead, opened.return_id, at=LATER)
    start_amendment(opened.lead, opened.return_id, "Another slip", at=LATER)
    with pytest.raises(Conflict):
        save_answer(opened.lead, opened.return_id, "1.2", AnswerText("met", "From the old page"), version=version, at=LATER)
    assert narrative_of(opened, "1").version > 1


def test_the_amendment_ends_given_up_and_the_organisation_reads_so() -> None:
    opened = return_in("amending")
    give_up_amendment(opened.lead, opened.return_id, at=LATER)
    kept = Amendment.objects.get()
    assert (kept.ended_at, kept.given_up) == (LATER, True)
    assert events("gave-up-amendment") == [(opened.organisation_stream, opened.lead.person_ref, f"return:{opened.return_id}", {})]
    start_amendment(opened.lead, opened.return_id, "Another slip", at=LATER)


def test_the_lead_may() -> None:
    opened = return_in("amending")
    assert let_in(people_around(opened), lambda who: give_up_amendment(who, opened.return_id, at=AT)) == {"lead"}


def test_a_return_that_was_never_submitted_has_none() -> None:
    opened = return_in("open")
    with pytest.raises(Refused, match="not been submitted"):
        give_up_amendment(opened.lead, opened.return_id, at=LATER)
