import io

import pytest
from django.core.management import call_command
from django.db import connection

from tests.factories.activity import make_event

pytestmark = pytest.mark.django_db


def test_a_whole_record_is_said_to_be_whole() -> None:
    make_event("partnership:1")
    make_event("partnership:1")
    make_event("organisation:1")
    out = io.StringIO()
    call_command("verify_activity", stdout=out)
    assert out.getvalue() == "2 streams, 3 events: whole\n"


def test_a_broken_one_ends_with_1_and_says_where() -> None:
    event = make_event("partnership:1")
    make_event("organisation:1")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE activity_activityevent SET verb = 'other' WHERE stream_id = %s", [event.stream_id])
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("verify_activity", stdout=out, stderr=err)
    assert ended.value.code == 1
    assert err.getvalue() == "partnership:1: event 1 was changed\n"
    assert out.getvalue() == "2 streams, 2 events: 1 broken\n"


def test_one_stream_alone() -> None:
    make_event("partnership:1")
    make_event("organisation:1")
    out = io.StringIO()
    call_command("verify_activity", "organisation:1", stdout=out)
    assert out.getvalue() == "1 stream, 1 event: whole\n"
    with pytest.raises(SystemExit):
        call_command("verify_activity", "partnership:9", stderr=io.StringIO())
