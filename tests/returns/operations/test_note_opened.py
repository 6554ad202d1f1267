from datetime import timedelta

import pytest

from section11.cycles.models import Invitation
from section11.returns.operations.note_opened import note_opened
from section11.returns.queries.head import return_head
from tests.factories.returns import AT, open_return, rate
from tests.returns.around import events

pytestmark = pytest.mark.django_db


def test_the_first_look_counts_and_the_partnership_reads_of_it() -> None:
    opened = open_return()
    stale = return_head(opened.lead, opened.return_id)
    note_opened(opened.lead, stale, at=AT)
    for head in (stale, return_head(opened.lead, opened.return_id)):
        note_opened(opened.lead, head, at=AT + timedelta(days=1))
    stands = Invitation.objects.get(pk=opened.invitation.pk)
    assert (stands.opened_at, stands.progress, stands.last_saved_at) == (AT, "opened", None)
    assert events("opened-return") == [(opened.partnership_stream, opened.lead.person_ref, f"return:{opened.return_id}", {})]


def test_what_was_written_already_was_opened_already() -> None:
    opened = open_return()
    stale = return_head(opened.lead, opened.return_id)
    rate(opened, "1.1")
    note_opened(opened.lead, stale, at=AT + timedelta(days=1))
    stands = Invitation.objects.get(pk=opened.invitation.pk)
    assert (stands.opened_at, stands.progress) == (AT, "in-progress")


def test_nothing_is_written_when_it_was_open_before() -> None:
    opened = open_return(opened_at=AT, progress="opened")
    note_opened(opened.lead, return_head(opened.lead, opened.return_id), at=AT)
    assert events("opened-return") == []
