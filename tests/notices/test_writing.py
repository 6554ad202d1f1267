"""Every text we send: short sentences, plain words, nothing left to fill in."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from section11 import notices
from section11.cycles.rules.default_emails import default_invitation, default_reminder
from section11.cycles.rules.email_wording import fill
from section11.cycles.rules.ladder_wording import rung_wording
from section11.cycles.vocabulary import LadderKind
from section11.directory.vocabulary import PartnershipKind
from section11.notices.kinds.colleague_invited import CAN
from section11.notices.notice import Text
from section11.notices.writing import LONGEST_SUBJECT, one_line, written

NAMES = sorted(path.stem for path in (Path(notices.__file__).parent / "texts").glob("*.txt"))
VALUES = {
    "name": "Ann Lead",
    "who": "Oak Surgery",
    "organisation": "Oak Surgery",
    "cycle": "Section 11 audit 2027",
    "partnership": "Riverside Partnership",
    "due": "31 March 2027, end of day",
    "has_due": True,
    "wanted_by": date(2027, 3, 31),
    "on": date(2027, 3, 31),
    "day": date(2027, 3, 31),
    "link": "https://s11.example/invited/abc",
    "contact": "business.unit@example.org",
    "lead": "Ann Lead",
    "lead_email": "ann@example.org",
    "still_leads": True,
    "asked_by": "Ann Lead",
    "officer": "Olu Officer",
    "signatory": "Sam Senior",
    "signatory_email": "sam@example.org",
    "reference": "AB12-CD34",
    "number": 2,
    "at": datetime(2027, 3, 31, 9, tzinfo=UTC),
    "submitted_by": "Ann Lead",
    "signed_by": "Sam Senior, Headteacher",
    "reason": "Another partnership covers you.",
    "role": "an officer",
    "deputy": True,
    "with_whom": "Olive Officer and Ann Lead",
    "title": "Panel of the schools",
    "held_on": date(2027, 3, 31),
    "span": "09:30 to 10:15",
    "where": "Room 1, Town Hall",
    "kind": "changed",
    "is_first": False,
    "can": max(CAN.values(), key=len),
}
BARRED = ("audit log", "client", "tenant", "respondent", "campaign", "score", "compliant", "must complete", "legally")


def all_texts() -> dict[str, Text]:
    ours = {name: written(name, **VALUES) for name in NAMES}
    for kind in PartnershipKind:
        for name, wording in (("invitation", default_invitation(kind)), ("reminder", default_reminder(kind))):
            ours[f"{name}-{kind}"] = Text(fill(wording.subject, VALUES), fill(wording.body, VALUES))
    for rung in LadderKind:
        wording = rung_wording(rung, None, default_reminder(PartnershipKind.CHILDREN))
        ours[f"ladder-{rung}"] = Text(fill(wording.subject, VALUES), fill(wording.body, VALUES))
    return ours


def sentences(body: str) -> list[str]:
    return [s for line in body.splitlines() if not line.startswith("http") for s in re.split(r"(?<=[.?!:])\s+", line) if s]


@pytest.mark.parametrize(("name", "text"), all_texts().items(), ids=all_texts())
def test_each_text_is_short_and_plain(name, text):
    longest = max(sentences(text.body), key=lambda s: len(s.split()))
    assert name not in NAMES or len(longest.split()) <= 25, longest
    assert not re.search(r"[{}<>]", text.subject + text.body)
    assert [word for word in BARRED if word in text.body.lower()] == []
    assert text.subject
    assert text.body.startswith(("Dear Ann Lead\n", "Hello\n"))
    assert "\n\n\n" not in text.body


@pytest.mark.parametrize("name", [name for name in NAMES if name != "registration_waiting"])
def test_each_text_says_whom_to_contact(name):
    body = written(name, **VALUES).body
    assert VALUES["contact"] in body or VALUES["signatory_email"] in body


def test_a_part_that_is_not_there_leaves_no_gap():
    for name in NAMES:
        text = written(name, **{**VALUES, "has_due": False, "cycle": "", "signed_by": "", "reason": ""})
        assert "\n\n\n" not in text.body


def test_a_missing_value_is_an_error_and_not_a_hole():
    with pytest.raises(Exception, match="is undefined"):
        written("receipt", name="Ann")


def test_a_header_is_one_line_and_not_too_long():
    assert one_line("a\r\nBcc: x\x00\u2028y\x1b[1m") == "a Bcc: x y [1m"
    assert len(one_line("x" * 1000)) == LONGEST_SUBJECT
    assert one_line("Ysgol Dŵr, “Oak” 🌳") == "Ysgol Dŵr, “Oak” 🌳"
