"""A letter's Markdown, read into blocks."""

from section11.reports.content.letter_content import LetterContent, letter_blocks
from tests.factories.returns import AT


def words(block: dict) -> str:
    return "".join(run["text"] for run in block["runs"])


def test_headings_paragraphs_lists_and_quotes() -> None:
    blocks = letter_blocks("Dear all\n\n## Found\n\n- one\n- **two** *three*\n\n1. first\n\n> said\n\n---\n\n`code`\n\n    kept")
    assert [one["kind"] for one in blocks] == ["paragraph", "heading", "bullets", "numbers", "quote", "paragraph", "paragraph"]
    two = blocks[2]["items"][1][0]["runs"]
    assert [(run["text"], run["strong"], run["emph"]) for run in two] == [("two", True, False), (" ", False, False), ("three", False, True)]
    assert words(blocks[4]["blocks"][0]) == "said"


def test_headings_never_leave_out_a_level() -> None:
    blocks = letter_blocks("#### Deep\n\n# Top\n\n###### Deepest\n\n## Second")
    assert [one["level"] for one in blocks] == [2, 2, 3, 2]


def test_only_addresses_of_the_web_and_of_mail_are_links() -> None:
    [block] = letter_blocks("[a](https://e.example) [b](mailto:x@example.org) [c](javascript:alert(1)) <b>d</b>")
    assert [run["href"] for run in block["runs"] if run["href"]] == ["https://e.example", "mailto:x@example.org"]
    assert "<b>d</b>" in words(block)


def test_it_says_which_letter_it_is() -> None:
    content = LetterContent("Riverside", "Oak Surgery", "Audit 2027", 2, 3, "Dear all", AT, "Ann Officer")
    assert content.title == "Audit 2027: letter to Oak Surgery"
    assert content.foot == ("Letter 2, about submission 3.", "Approved by Ann Officer for Riverside, 5 October 2026.")
