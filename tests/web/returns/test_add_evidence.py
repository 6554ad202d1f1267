"""Adding evidence to an answer."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from section11.directory.models import Partnership
from section11.evidence.models import EvidenceItem
from section11.returns.models import AnswerEvidence
from tests.factories.browsers import signed_in
from tests.factories.returns import make_reference, open_return, submitted_return
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_a_file_a_link_and_a_reference_can_each_be_added() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), at_page("add_evidence", opened, statement_ref="1.1")
    upload = SimpleUploadedFile("../../Our policy.txt", b"What we do", content_type="application/x-anything")
    assert client.post(path, {"kind": "file", "file": upload}).status_code == 302
    assert client.post(path, {"kind": "link", "link": "https://school.example/policy", "title": "Policy page"}).status_code == 302
    assert client.post(path, {"kind": "reference", "where": "In the office", "title": "Handbook"}).status_code == 302
    assert AnswerEvidence.objects.filter(answer__statement__ref="1.1").count() == 3
    assert EvidenceItem.objects.get(kind="file").file_name == "Our policy.txt"


def test_one_piece_is_cited_by_several_answers() -> None:
    opened = open_return()
    client, item = signed_in(opened.lead), make_reference(opened)
    for ref in ("1.1", "1.2"):
        client.post(at_page("add_evidence", opened, statement_ref=ref), {"kind": "existing", "existing": str(item)})
    assert AnswerEvidence.objects.filter(item_id=item).count() == 2
    assert EvidenceItem.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Choose what kind of evidence this is"),
        ({"kind": "file"}, "Choose a file"),
        ({"kind": "link", "link": "javascript:alert(1)", "title": "x"}, "Enter a web address"),
        ({"kind": "reference", "where": "", "title": ""}, "Enter a name for this evidence"),
        ({"kind": "existing", "existing": "999999"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(typed: dict[str, str], said: str) -> None:
    opened = open_return()
    make_reference(opened)
    response = signed_in(opened.lead).post(at_page("add_evidence", opened, statement_ref="1.1"), typed)
    assert response.status_code == 422
    assert said in response.content.decode()
    assert AnswerEvidence.objects.count() == 0


def test_a_program_is_not_taken_whatever_its_name() -> None:
    opened = open_return()
    upload = SimpleUploadedFile("policy.pdf", b"MZ\x90\x00\x03", content_type="application/pdf")
    response = signed_in(opened.lead).post(at_page("add_evidence", opened, statement_ref="1.1"), {"kind": "file", "file": upload})
    assert response.status_code == 422
    assert b"This file cannot be taken" in response.content
    assert EvidenceItem.objects.count() == 0


def test_where_the_partnership_takes_no_files_none_is_offered_or_taken() -> None:
    opened = open_return()
    Partnership.objects.update(takes_files=False)
    client, path = signed_in(opened.lead), at_page("add_evidence", opened, statement_ref="1.1")
    assert "Choose a file" not in client.get(path).content.decode()
    upload = SimpleUploadedFile("policy.txt", b"text")
    assert client.post(path, {"kind": "file", "file": upload}).status_code == 422
    assert EvidenceItem.objects.count() == 0


def test_after_submission_nothing_is_added_to_the_list_either() -> None:
    opened, _ = submitted_return()
    typed = {"kind": "reference", "where": "In the office", "title": "Handbook"}
    assert signed_in(opened.lead).post(at_page("add_evidence", opened, statement_ref="1.1"), typed).status_code == 422
    assert EvidenceItem.objects.count() == 0
