from datetime import timedelta

import pytest

from section11.cycles.models import Cycle, Invitation
from section11.lib.errors import Refused
from section11.returns.models import Return
from section11.returns.operations.note_save import note_save
from section11.returns.queries.head import return_head
from tests.factories.returns import AT, open_return

pytestmark = pytest.mark.django_db


def test_the_first_save_opens_it_and_later_ones_leave_that_moment() -> None:
    opened = open_return()
    head, later = return_head(opened.lead, opened.return_id), AT + timedelta(days=1)
    for at, answered in ((AT, 1), (later, 2)):
        note_save(head, answered=answered, at=at)
    stands = Invitation.objects.get(pk=opened.invitation.pk)
    assert (stands.answered, stands.opened_at, stands.last_saved_at, stands.progress) == (3, AT, later, "in-progress")
    assert Return.objects.get(pk=opened.return_id).last_saved_at == later


@pytest.mark.parametrize(("before", "after"), [("not-opened", "in-progress"), ("opened", "in-progress"), ("amending", "amending")])
def test_progress_moves_on_only_from_the_beginning(before: str, after: str) -> None:
    opened = open_return(progress=before)
    note_save(return_head(opened.lead, opened.return_id), at=AT)
    assert Invitation.objects.get(pk=opened.invitation.pk).progress == after


@pytest.mark.parametrize("state", ["with-signatory", "signed", "submitted"])
def test_a_return_that_was_closed_in_between_refuses(state: str) -> None:
    opened = open_return()
    head = return_head(opened.lead, opened.return_id)
    Return.objects.filter(pk=opened.return_id).update(state=state)
    with pytest.raises(Refused, match="not open for changes"):
        note_save(head, answered=1, at=AT)
    assert Invitation.objects.get(pk=opened.invitation.pk).answered == 0


@pytest.mark.parametrize("gone", ["withdrawn", "closed"])
def test_a_withdrawal_or_a_closing_in_between_refuses(gone: str) -> None:
    opened = open_return()
    head = return_head(opened.lead, opened.return_id)
    if gone == "closed":
        Cycle.objects.update(state=gone)
    else:
        Invitation.objects.update(state=gone)
    with pytest.raises(Refused, match="can no longer be changed"):
        note_save(head, answered=1, at=AT)
    assert Invitation.objects.get(pk=opened.invitation.pk).answered == 0
