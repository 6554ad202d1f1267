import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from section11.notices.bounce_reports import LARGEST, Report, bounce_reports, emails_in
from tests.factories.bounces import delivery_report, mbox

ID = "<abc@section11.example>"


HELLO = b"Subject: hello\n\nFrom here on nothing\n"


def read(data: bytes) -> list[Report]:
    return list(bounce_reports(io.BytesIO(data)))


@pytest.mark.parametrize("headers_only", [False, True])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_reads_one_email(headers_only, end):
    data = delivery_report(ID, "Ann@Example.org", headers_only=headers_only).replace(b"\n", end)
    assert read(data) == [Report((ID,), ("ann@example.org",), "It came back: smtp; 550 5.1.1 User unknown")]


def test_reads_an_mbox_of_many():
    data = mbox(delivery_report(ID, "ann@example.org"), HELLO, delivery_report("<b@x>", "bo@example.org"))
    assert [report.message_ids for report in read(data)] == [(ID,), ("<b@x>",)]


@pytest.mark.parametrize(
    ("action", "status"), [("delayed", "4.4.1"), ("delivered", "2.0.0"), ("relayed", "2.0.0"), ("failed", "4.2.2"), ("", "5.1.1")]
)
def test_only_what_failed_for_good_counts(action, status):
    assert read(delivery_report(ID, "ann@example.org", action=action, status=status)) == []


def test_the_original_recipient_counts_too():
    both = b"Original-Recipient: rfc822;ann@example.org\nFinal-Recipient"
    data = delivery_report(ID, "box@elsewhere.example").replace(b"Final-Recipient", both)
    assert read(data)[0].recipients == ("ann@example.org", "box@elsewhere.example")


def test_other_emails_and_rubbish_are_passed_over():
    for data in (
        b"",
        b"\n\n",
        b"Subject: Out of office\n\nI am away.",
        b"From \n" * 10,
        b"\xff\xfe\x00" * 100,
        delivery_report(ID, "a@example.org").replace(b"Message-ID", b"X-Message"),
        delivery_report(ID, "a@example.org").replace(b"delivery-status\n", b"plain\n"),
        delivery_report("no brackets", "a@example.org"),
        delivery_report(f"<{'x' * 300}>", "a@example.org"),
        b"Content-Type: multipart/report; boundary=\n\n--\n--\n",
        b"Content-Type: message/rfc822\n\n" * 3000,
    ):
        assert read(data) == []


def test_parts_that_never_end_are_not_followed():
    deep = delivery_report(ID, "a@example.org")
    for number in range(30):
        deep = b'Content-Type: multipart/mixed; boundary="D%d"\n\n--D%d\n' % (number, number) + deep + b"\n--D%d--\n" % number
    assert read(deep) == []


def test_an_email_that_is_too_large_is_passed_over_and_the_next_one_read():
    large = b"Subject: large\n\n" + b"x" * 70 + (b"\n" + b"y" * 70) * (LARGEST // 70)
    assert len(list(emails_in(io.BytesIO(mbox(large, b"Subject: small\n\n"))))) == 1
    assert read(mbox(large, delivery_report(ID, "ann@example.org"), b"x" * (LARGEST + 10)))[0].message_ids == (ID,)


def test_words_of_a_server_are_short_and_plain():
    data = delivery_report(ID, "a@example.org").replace(b"User unknown", b"\x1b[31m <script>" + b"z" * 5000)
    words = read(data)[0].words
    assert len(words) <= 300
    assert words.isprintable()


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 900))
def test_no_input_makes_it_fail(noise, place):
    data = delivery_report(ID, "ann@example.org")
    read(data[:place] + noise + data[place:])
    read(noise)
