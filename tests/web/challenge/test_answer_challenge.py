import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from section11.challenge.models import Challenge, ChallengeEvidence, ChallengeMessage
from section11.challenge.vocabulary import ChallengeState
from section11.directory.models import Partnership
from section11.returns.models import HeldPost
from section11.web.account.hold import make_hold_token
from tests.factories.browsers import signed_in
from tests.factories.challenge import answer, challenge_in, close, make_challenge
from tests.factories.returns import make_reference, submitted_return
from tests.queries import AssertQueries
from tests.web.challenge.pages_of_challenges import own_page, read, send

pytestmark = pytest.mark.django_db


def test_the_lead_answers_with_a_file_and_what_is_there(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    made, old = make_challenge(opened, reference), make_reference(opened)
    client, address = signed_in(opened.lead), own_page(opened, made)
    with assert_queries(10):
        page = read(client, address)
    assert "How do you know?" in page
    assert "No other partnership sees it." in page
    upload = SimpleUploadedFile("minutes.txt", b"We met")
    assert send(client, address, text="We ask.", items=[old], kind="file", file=upload, title="Minutes", seen=1) == address
    assert list(ChallengeEvidence.objects.values_list("item__title", flat=True)) == ["Staff handbook", "Minutes"]
    page = read(client, address)
    assert "Your answer is sent." in page
    assert "Where it stands With the partnership" in page
    assert "Add to your answer" in page


def test_what_is_wrong_is_told_and_nothing_is_lost() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    client, address = signed_in(opened.lead), own_page(opened, made)
    page = send(client, address, 422, text=" ", kind="file", seen=1)
    assert "Choose a file" in page
    page = send(client, address, 422, text="My words", kind="link", link="nowhere", title="x", seen=1)
    assert "Enter a web address that starts with https://" in page
    assert "My words" in page
    Partnership.objects.update(takes_files=False)
    assert "A file" not in read(client, address)
    assert ChallengeMessage.objects.count() == 1


def test_when_a_colleague_was_faster_both_texts_are_shown() -> None:
    opened, reference = submitted_return()
    made = challenge_in(ChallengeState.ANSWERED, opened, reference)
    page = send(signed_in(opened.lead), own_page(opened, made), 409, text="My words", seen=1)
    assert "wrote in this challenge in the meantime" in page
    assert "My words" in page
    close(opened, made)
    assert "What you typed My words" in send(signed_in(opened.lead), own_page(opened, made), 409, text="My words", seen=2)


def test_what_is_typed_while_signed_out_stands_in_the_box_after_signing_in() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    address = own_page(opened, made)
    Client().post(address, {"text": "My long answer", "seen": "1", "hold": make_hold_token(opened.lead.person_ref), "page": address})
    held = HeldPost.objects.get()
    client = signed_in(opened.lead)
    page = read(client, address)
    assert "My long answer" in page
    assert "It is not sent yet." in page
    send(client, address, text="My long answer", seen=1, held=held.pk)
    assert not HeldPost.objects.exists()
    assert Challenge.objects.get().state == ChallengeState.ANSWERED


def test_others_of_the_unit_read_and_the_closed_one_says_how_it_ended() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    for viewer in (opened.contributor, opened.signatory):
        page = read(signed_in(viewer), own_page(opened, made))
        assert "The return lead answers for the organisation." in page
        send(signed_in(viewer), own_page(opened, made), 404, text="x", seen=1)
    answer(opened, made)
    close(opened, made, "not-settled", "We see it otherwise")
    page = read(signed_in(opened.lead), own_page(opened, made))
    assert "Closed: closed without agreement." in page
    assert "We see it otherwise" in page
    assert "Send the answer" not in page
