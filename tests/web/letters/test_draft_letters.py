"""The page on which letters are drafted."""

import pytest

from section11.challenge.models import Letter
from section11.jobs.models import Job
from tests.factories.browsers import signed_in
from tests.factories.panels import belongs, make_letter, make_panel, make_slot
from tests.factories.returns import submitted_return
from tests.web.letters.pages import in_cycle, of_letter

pytestmark = pytest.mark.django_db


def test_one_is_drafted_at_once() -> None:
    opened, _ = submitted_return()
    client, address = signed_in(opened.officer), f"{in_cycle(opened, 'draft_letters')}?chosen={opened.invitation.pk}"
    assert "1 letter is drafted from what is known" in client.get(address).content.decode()
    answer = client.post(address, {"ids": opened.invitation.pk})
    assert answer["Location"] == of_letter(opened, "edit_letter", Letter.objects.get(), "draft")


def test_many_are_drafted_in_the_background_after_showing_which() -> None:
    opened, _ = submitted_return()
    drafted, waits, own, *ready = (submitted_return(cycle=opened.cycle)[0] for _ in range(5))
    make_letter(drafted)
    make_slot(make_panel(opened), waits)
    belongs(opened.officer, own)
    client, address = signed_in(opened.officer), in_cycle(opened, "draft_letters")
    page = client.get(f"{address}?all=1").content.decode()
    assert "Draft 3 letters" in page
    for words in ("Left out (3)", "there is a draft already", "still to be held or closed", "a colleague writes this letter"):
        assert words in page
    ids = ",".join(str(one.invitation.pk) for one in (opened, drafted, waits, own, *ready))
    assert "/jobs/" in client.post(address, {"ids": ids})["Location"]
    job = Job.objects.get()
    assert (job.state, job.done, job.total) == ("done", 3, 3)
    assert "3 letters drafted" in job.message
    assert Letter.objects.count() == 4


def test_nothing_chosen_and_another_audits_return() -> None:
    opened, _ = submitted_return()
    foreign, _ = submitted_return()
    client, address = signed_in(opened.officer), in_cycle(opened, "draft_letters")
    assert "No return was chosen" in client.get(address).content.decode()
    assert client.get(f"{address}?chosen={foreign.invitation.pk}").status_code == 404
    assert client.post(address, {"ids": foreign.invitation.pk}).status_code == 404
