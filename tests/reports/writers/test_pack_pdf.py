"""The PDF of packs is made for real, and read again."""

import io

from pypdf import PdfReader

from section11.reports.content.pack_content import PackChallenge, PackContent
from section11.reports.writers.pack_pdf import pdf_of_packs
from tests.factories.reports import make_copy


def make_pack(who: str = "Oak Surgery", **more: object) -> PackContent:
    given = {
        "who": who,
        "panel": "Panel of the schools",
        "when": "12 November 2026, 09:30 to 10:15",
        "enquiry": ("How do you know?", '#panic("run")'),
        "challenges": (PackChallenge("Challenge 1 on statement 1.1: question", "Answered", (("Ann (partnership)", "Who checks?"),)),),
        "evidence": ("Staff handbook (reference: in the office), for 1.1",),
        "copy": make_copy(),
        **more,
    }
    return PackContent(**given)


def text_of(packs: list[PackContent]) -> tuple[PdfReader, str]:
    reader = PdfReader(io.BytesIO(pdf_of_packs("Panel of the schools", "Packs of 2 returns.", packs)))
    return reader, " ".join(" ".join(page.extract_text() for page in reader.pages).replace("\u200b", "").split())


def test_one_pack_has_no_list_of_contents() -> None:
    _, text = text_of([make_pack()])
    asked = "Challenge 1 on statement 1.1: question"
    for words in ("Lines of enquiry", "How do you know?", '#panic("run")', asked, "Who checks?", "Staff handbook"):
        assert words in text
    assert "Contents" not in text


def test_many_packs_follow_each_other_on_pages_of_their_own() -> None:
    reader, text = text_of([make_pack("Oak Surgery"), make_pack("Elm School", enquiry=(), challenges=(), evidence=())])
    assert [entry.title for entry in reader.outline if not isinstance(entry, list)] == ["Oak Surgery", "Elm School"]
    for words in ("Contents", "Packs of 2 returns.", "None were written.", "No challenge is open.", "No evidence was cited."):
        assert words in text
    assert b"<pdfuaid:part>1</pdfuaid:part>" in reader.trailer["/Root"]["/Metadata"].get_object().get_data()
