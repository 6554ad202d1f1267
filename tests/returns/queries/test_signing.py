from datetime import timedelta

import pytest

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.returns.operations.approve_return import approve_return
from section11.returns.operations.send_back import send_back
from section11.returns.queries.head import return_head
from section11.returns.queries.signing import head_for_signatory, latest_sign_off
from tests.factories.directory import make_viewer
from tests.factories.returns import AT, answer_everything, ask, open_return, read_by
from tests.people import let_in, person_of
from tests.returns.around import people_around

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=1)


def test_the_latest_sign_off_says_who_when_and_what() -> None:
    opened = open_return()
    head = return_head(opened.lead, opened.return_id)
    assert latest_sign_off(head) is None
    answer_everything(opened)
    ask(opened)
    send_back(opened.signatory, opened.return_id, note="Say more", at=AT)
    told = latest_sign_off(head)
    assert told
    assert (told.state, told.note, told.signatory_id, told.decided_at) == ("sent-back", "Say more", opened.signatory.person_id, AT)
    ask(opened, at=LATER)
    approve_return(opened.signatory, opened.return_id, read=read_by(opened.signatory, opened.return_id), job_title="Head", at=LATER)
    told = latest_sign_off(head)
    assert told
    assert (told.state, told.asked_at, told.asked_by_name, told.job_title) == ("approved", LATER, opened.lead.name, "Head")
    assert (told.signatory_name, told.signatory_email) == (opened.signatory.name, person_of(opened.signatory).email)
    assert len(told.content_hash) == 64


def test_only_the_signatory_who_is_asked_now_has_something_to_approve() -> None:
    opened = open_return()
    people = people_around(opened) | {"another signatory": make_viewer(Role.SIGNATORY, of=opened.unit)}
    assert let_in(people, lambda who: head_for_signatory(who, opened.return_id)) == set()
    answer_everything(opened)
    ask(opened)
    assert let_in(people, lambda who: head_for_signatory(who, opened.return_id)) == {"signatory"}
    approve_return(opened.signatory, opened.return_id, read=read_by(opened.signatory, opened.return_id), job_title="Head", at=AT)
    with pytest.raises(Absent):
        head_for_signatory(opened.signatory, opened.return_id)
