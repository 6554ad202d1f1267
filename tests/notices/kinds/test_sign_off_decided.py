from datetime import timedelta

import pytest

from section11.notices.kinds.sign_off_decided import KIND
from section11.notices.vocabulary import EmailKind
from section11.returns.operations.send_back import send_back
from tests.factories.notices import texts
from tests.factories.returns import AT, answer_everything, ask, more_leads, open_return, sign

pytestmark = pytest.mark.django_db
BEFORE = AT - timedelta(minutes=1)


def test_every_lead_hears_that_it_is_approved_and_not_yet_sent():
    opened = open_return()
    more_leads(opened, 1)
    answer_everything(opened)
    sign(opened)
    found = texts(KIND, BEFORE)
    assert len({notice.about for notice, _ in found}) == 2
    notice, text = found[0]
    assert notice.kind == EmailKind.RETURN_APPROVED
    assert f"{opened.signatory.name} has approved the return" in text.body
    assert "It has not been sent yet" in text.body
    assert f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}\n" in text.body


def test_a_return_sent_back_says_where_the_note_is_but_not_what_it_says():
    opened = open_return()
    answer_everything(opened)
    ask(opened)
    send_back(opened.signatory, opened.return_id, note="Our training figures are wrong", at=AT)
    [(notice, text)] = texts(KIND, BEFORE)
    assert notice.kind == EmailKind.RETURN_SENT_BACK
    assert "with a note" in text.body
    assert "training figures" not in text.body
    assert notice.reply_to in text.body
    assert texts(KIND, AT) == []
