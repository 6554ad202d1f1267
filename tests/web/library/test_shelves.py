from section11.standards.queries.library import LibraryEdition
from section11.standards.rules.content import edition_content
from section11.standards.rules.readability import grade, sentences, words
from section11.transfer.edition_file.check_words import house
from section11.transfer.edition_file.read_file import library_files, read_edition_file
from section11.web.library.shelves import APART, EXAMPLE, OTHERS, SHELVES, TOLD, about_tool, shelved


def edition(tool: str, number: str = "2026.1") -> LibraryEdition:
    return LibraryEdition(tool, number, f"Title of {tool}", (), 1, 1, 0, 0)


def test_every_tool_that_ships_is_told_of() -> None:
    tools = {edition_content(read_edition_file(path.read_bytes())).reference.partition("/")[0] for path in library_files()}
    assert tools <= set(TOLD), "say in section11/web/library/shelves.py what it is for"


def test_schools_stand_apart_as_our_example() -> None:
    examples = {tool: about.shelf for tool, about in TOLD.items() if about.example}
    assert examples == {"schools-175-157": APART}


def test_shelves_stand_in_order_and_empty_ones_are_left_out() -> None:
    found = shelved([edition("unheard-of"), edition("schools-175-157"), edition("section-11")])
    assert [shelf for shelf, _, _ in found] == [next(iter(SHELVES)), APART, OTHERS]


def test_earlier_editions_stand_under_the_newest() -> None:
    ((_, _, (book,)),) = shelved([edition("section-11", "2027.1"), edition("section-11", "2026.1")])
    assert (book.newest.edition, [one.edition for one in book.earlier]) == ("2027.1", ["2026.1"])


def test_of_an_unknown_tool_nothing_is_claimed() -> None:
    about = about_tool("unheard-of")
    assert (about.shelf, about.whom, about.differs, about.example) == (OTHERS, "", "", False)


def test_its_words_are_plain() -> None:
    told = [EXAMPLE, *SHELVES.values(), *(text for about in TOLD.values() for text in (about.whom, about.differs))]
    assert [s for text in told for s in sentences(text) if len(words(s)) > 25] == []
    assert grade(" ".join(told), house().familiar) <= 8
