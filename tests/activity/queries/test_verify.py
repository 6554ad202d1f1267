"""The chains are recalculated. Rows are tampered with by SQL, since the product refuses to."""

from datetime import datetime, timedelta

import pytest
from django.db import connection

from section11.activity.models import Stream
from section11.activity.queries.verify import Verified, verify_streams
from section11.activity.rules import event_hash
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer, system_viewer
from tests.factories.activity import make_event

pytestmark = pytest.mark.django_db
SYSTEM = system_viewer("test")
STREAM = "partnership:1"


@pytest.fixture
def stream(at: datetime) -> Stream:
    """A chain of five events, and another one beside it."""
    for number in range(5):
        make_event(STREAM, at=at + timedelta(minutes=number))
    make_event("organisation:1", at=at)
    return Stream.objects.get(ref=STREAM)


def tamper(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def fault() -> str:
    """What is said of the chain; the other one is always whole."""
    other, found = verify_streams(SYSTEM)
    assert other == Verified("organisation:1", 1, "")
    return found.fault


def test_a_chain_that_nobody_touched_is_whole(stream: Stream) -> None:
    assert fault() == ""
    assert verify_streams(SYSTEM, STREAM) == [Verified(STREAM, 5, "")]
    assert verify_streams(SYSTEM, "partnership:9") == []


EDITS = (
    "UPDATE activity_activityevent SET verb = 'other' WHERE stream_id = %s AND number = 3",
    "UPDATE activity_activityevent SET actor = 'person:x' WHERE stream_id = %s AND number = 3",
    "UPDATE activity_activityevent SET subject = 'cycle:9' WHERE stream_id = %s AND number = 3",
    "UPDATE activity_activityevent SET details = '{\"to\": 1}' WHERE stream_id = %s AND number = 3",
    "UPDATE activity_activityevent SET at = '2020-01-01 00:00:00+00:00' WHERE stream_id = %s AND number = 3",
)


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_event_is_found(stream: Stream, edit: str) -> None:
    tamper(edit, stream.pk)
    assert fault() == "event 3 was changed"


def test_an_edited_event_with_its_hash_worked_out_anew_is_found(stream: Stream) -> None:
    event = stream.events.get(number=3)
    made = event_hash(
        stream=STREAM,
        number=3,
        at=event.at,
        actor=event.actor,
        verb="other",
        subject=event.subject,
        details=event.details,
        previous=event.previous,
    )
    tamper("UPDATE activity_activityevent SET verb = 'other', hash = %s WHERE stream_id = %s AND number = 3", made, stream.pk)
    assert fault().startswith("event 4 does not follow event 3")


def test_a_deleted_event_is_found(stream: Stream) -> None:
    tamper("DELETE FROM activity_activityevent WHERE stream_id = %s AND number = 2", stream.pk)
    assert fault() == "event 2 is missing"


def test_reordered_events_are_found(stream: Stream) -> None:
    for old, new in ((2, 90), (3, 2), (90, 3)):
        tamper("UPDATE activity_activityevent SET number = %s WHERE stream_id = %s AND number = %s", new, stream.pk, old)
    assert fault().startswith("event 2 does not follow event 1")


def test_a_cut_off_tail_is_found(stream: Stream) -> None:
    tamper("DELETE FROM activity_activityevent WHERE stream_id = %s AND number > 3", stream.pk)
    assert fault() == "the last events are missing: 3 of 5 are there"


def test_a_cut_off_tail_with_its_head_put_back_is_found(stream: Stream) -> None:
    third = stream.events.get(number=3)
    tamper("DELETE FROM activity_activityevent WHERE stream_id = %s AND number > 3", stream.pk)
    tamper("UPDATE activity_stream SET length = 3, head = %s WHERE id = %s", third.hash, stream.pk)
    assert fault().startswith("the seal of its head is not ours")


def test_an_event_put_in_after_the_head_is_found(stream: Stream) -> None:
    last = stream.events.get(number=5)
    tamper(
        "INSERT INTO activity_activityevent (stream_id, number, at, actor, verb, subject, details, previous, hash)"
        " VALUES (%s, 6, %s, 'person:x', 'rated', 'return:1', '{}', %s, 'x')",
        stream.pk,
        last.at,
        last.hash,
    )
    assert fault() == "there are events after event 5, the last that was sealed"


def test_nobody_but_the_installation_itself_may_ask(stream: Stream) -> None:
    with pytest.raises(Absent):
        verify_streams(Viewer(person_id=1, person_ref="person:a", name="A", roles=frozenset({"officer"}), partnership_id=1))
