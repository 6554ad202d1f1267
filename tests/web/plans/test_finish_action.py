"""Marking an action done."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from section11.directory.models import Partnership
from section11.evidence.models import EvidenceItem
from section11.plans.models import ActionEvidence
from tests.factories.plans import followed_action
from tests.factories.returns import make_reference
from tests.plans.acts import ACTS
from tests.web.cycles.pages import words
from tests.web.plans.pages import lead_of, own, told

pytestmark = pytest.mark.django_db
SAID = {"what": "All were trained", "better_off": "Children know whom to ask"}


def test_it_takes_what_was_done_and_what_is_there_already_and_something_new() -> None:
    followed = followed_action()
    item = make_reference(followed.opened)
    client, path = lead_of(followed), own("finish_action", followed)
    assert "Staff handbook" in told(client, path)
    new = {"kind": "reference", "where": "In the office", "title": "Training record"}
    assert client.post(path, {**SAID, "evidence": [str(item)], "version": "1", **new}).status_code == 302
    assert followed.action.state == "done"
    page = told(client, own("own_action", followed))
    for text in ("Staff handbook", "Training record", "Children know whom to ask", "It is not done after all"):
        assert text in page


def test_a_file_shows_it() -> None:
    followed = followed_action()
    file = SimpleUploadedFile("record.txt", b"Twelve people", content_type="text/plain")
    assert lead_of(followed).post(own("finish_action", followed), {**SAID, "kind": "file", "file": file, "version": "1"}).status_code == 302
    assert ActionEvidence.objects.get().item.file_name == "record.txt"


def test_where_the_partnership_takes_no_files_none_is_offered() -> None:
    followed = followed_action()
    Partnership.objects.update(takes_files=False)
    assert "A file" not in told(lead_of(followed), own("finish_action", followed))


def test_nothing_is_kept_until_all_is_said() -> None:
    followed = followed_action()
    response = lead_of(followed).post(
        own("finish_action", followed),
        {"what": "All were trained", "kind": "link", "link": "https://example.org", "title": "Page", "version": "1"},
    )
    assert response.status_code == 422
    assert "Say who was better off" in words(response)
    assert "All were trained" in response.content.decode()
    assert EvidenceItem.objects.count() == 0


def test_what_is_wrong_with_the_evidence_is_told_at_its_field() -> None:
    followed = followed_action()
    response = lead_of(followed).post(
        own("finish_action", followed), {**SAID, "kind": "link", "link": "ftp://x", "title": "P", "version": "1"}
    )
    assert response.status_code == 422
    assert 'href="#id_link"' in response.content.decode()


def test_who_was_slower_is_shown_what_stands_and_adds_nothing_twice() -> None:
    followed = followed_action()
    ACTS["update_progress"](followed.opened.contributor, followed.action)
    client, path = lead_of(followed), own("finish_action", followed)
    new = {"kind": "reference", "where": "In the office", "title": "Training record"}
    response = client.post(path, {**SAID, "version": "1", **new})
    page = response.content.decode()
    assert response.status_code == 409
    assert "More is done" in page
    item = EvidenceItem.objects.get()
    assert f'value="{item.pk}" checked' in page.replace("\n", " ").replace("        ", " ")
    assert client.post(path, {**SAID, "version": "2", "evidence": [str(item.pk)], "kind": "none"}).status_code == 302
    assert EvidenceItem.objects.count() == ActionEvidence.objects.count() == 1
