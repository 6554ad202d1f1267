"""Every PDF is made for real, and read again."""

import io

import pytest
from pypdf import PdfReader

from section11.reports.content.return_copy import CopyNarrative, CopyStandard, CopyStatement, ReturnCopy
from section11.reports.writers import typesetting
from section11.reports.writers.pdf import pdf_of_return
from section11.reports.writers.typesetting import breakable
from section11.standards.vocabulary import LevelClass
from tests.factories.reports import make_copy

HOSTILE = {
    "typst code": '#panic("run") #read("/etc/hostname") #eval("1+1") ]#{ } $x$ *bold* _it_ `raw` <label> @ref // no /* no */',
    "typst lines": '\\\\ "quote" = Heading - item + item / term: it',
    "json": '"},"title":"x", \\u0041 \\',
    "formulas": "=1+1 +1 -1 @SUM(A1)",
    "quotes and dashes": "“Ŵys” — Łódź, ŷ, ß, Ω, Ж, ½, €, №, ✓",
}


def read(copy: ReturnCopy) -> PdfReader:
    return PdfReader(io.BytesIO(pdf_of_return(copy)))


def text_of(reader: PdfReader) -> str:
    """All its text on one line, without the places that only break long words."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).replace("\u200b", "").split())


def test_is_tagged_and_says_its_standard_title_and_language():
    reader = read(make_copy())
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Section 11 audit 2027: Oak Surgery"
    assert reader.metadata.author == "Oak Surgery"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    assert "/StructTreeRoot" in root


def test_headings_are_bookmarks_and_tables_and_lists_are_tagged():
    reader = read(make_copy(count=2))
    assert [entry.title for entry in flat(reader.outline)] == [
        "Section 11 audit 2027: Oak Surgery",
        "1  Standard number 1",
        "2  Standard number 2",
        "Improvement plan",
    ]
    tags = set(tag_names(reader.trailer["/Root"]["/StructTreeRoot"].get_object()))
    assert {"/H1", "/H2", "/H3", "/P", "/Table", "/TH", "/TD", "/L", "/LI"} <= tags


def flat(outline: list) -> list:
    return [one for entry in outline for one in (flat(entry) if isinstance(entry, list) else [entry])]


def tag_names(node) -> list[str]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [name for child in node for name in tag_names(child)]
    if not isinstance(node, dict):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + (tag_names(node["/K"]) if "/K" in node else [])


def test_says_everything_the_return_says():
    copy = make_copy(
        unit="Community nursing",
        state="Submission 2 of 5 October 2026",
        amendment_reason="A slip in 1.2",
        standards=(
            CopyStandard(
                "1",
                "Leadership",
                (
                    CopyStatement(
                        "1.1", "A senior person leads.", "Met", LevelClass.MET, agreed="Partially met", must_meet=True, see="2.1"
                    ),
                    CopyStatement("1.2", "Plans say so."),
                ),
            ),
            CopyStandard("2", "Premises", (), not_applicable_reason="We have none"),
        ),
        narratives=(CopyNarrative("What has changed?", "A new lead\n\nA new policy"),),
    )
    text = text_of(read(copy))
    for wanted in (
        "Section 11 audit 2027: Oak Surgery: Community nursing",
        "Unit: Community nursing",
        "Reference: AB12-CD34",
        "Approved by: Sam Senior, Practice manager",
        "Reason for the amendment: A slip in 1.2",
        "Self-rating: Met Agreed level: Partially met",
        "Everybody must meet this.",
        "See the answer to 2.1.",
        "Rating: Not answered",
        "This standard does not apply: We have none",
        "What has changed? A new lead A new policy",
        "Action 1 for 1.2",
        "By when: 31 January 2027",
        "Help from the partnership is wanted.",
        "Page 1 of ",
    ):
        assert wanted in text


def test_says_what_became_of_last_time():
    one = CopyStatement("1.1", "Text", "Met", last="Not met", since="Changed since last time")
    text = text_of(read(make_copy(standards=(CopyStandard("1", "Leadership", (one,)),))))
    assert "Last time: Not met" in text
    assert "Changed since last time." in text


def test_a_draft_says_so_on_top():
    assert "Draft. This return has not been submitted." in text_of(read(make_copy(is_draft=True, state="Draft")))
    assert "Draft. This return" not in text_of(read(make_copy()))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_people_typed_is_shown_and_never_run(text):
    shown = text_of(read(make_copy(text=text, organisation=text, cycle=text, signed_by=text)))
    assert "".join(text.split()) in "".join(shown.split())


def test_control_characters_and_turned_text_go_and_the_rest_stays():
    text = text_of(read(make_copy(text="before\x00\x01\x1b[31m\u202eafter\ufffe\ud800")))
    assert "before[31mafter" in text


def test_characters_that_no_font_has_are_named():
    text = text_of(read(make_copy(text="Well done \U0001f333\u0378 a\u0378 all")))
    assert "Well done [deciduous tree][unknown character] a[unknown character] all" in text


def test_other_scripts_do_not_stop_it():
    assert read(make_copy(text="مرحبا بالعالم שלום 安全 সুরক্ষা 👩‍👩‍👧")).pages


def test_very_long_texts_and_words_fill_pages():
    long = (CopyStandard("1", "Leadership", (CopyStatement("1.1", "A senior person leads.", comment="x" * 100_000),)),)
    reader = read(make_copy(standards=long))
    assert text_of(reader).replace(" ", "").count("x") >= 100_000
    assert len(reader.pages) > 15


def test_long_words_may_break():
    assert breakable("a" * 90) == "a" * 40 + "\u200b" + "a" * 40 + "\u200b" + "a" * 10
    assert breakable("short words stay") == "short words stay"


def test_a_typesetter_that_fails_is_an_error(monkeypatch, tmp_path):
    broken = tmp_path / "broken.py"
    broken.write_text("raise SystemExit('no paper')")
    monkeypatch.setattr(typesetting, "TYPESETTER", broken)
    with pytest.raises(typesetting.CouldNotTypeset, match="no paper"):
        pdf_of_return(make_copy())
