"""What each audit tool of the library is for, and on which shelf it stands. A tool that nobody told of here stands on the last."""

from collections.abc import Iterable
from dataclasses import dataclass

from section11.standards.queries.library import LibraryEdition


@dataclass(frozen=True, slots=True)
class About:
    """Whom an audit tool is for, and how it differs from the others. `example`: ours, to show how it could be done."""

    shelf: str
    whom: str
    differs: str
    example: bool = False


SECTION_11 = "For a section 11 audit"
PROVIDERS = "For services that others provide for you"
TOGETHER = "For children and adults in one audit"
APART = "Kept apart: schools and colleges"
OTHERS = "More"
SHELVES: dict[str, str] = {
    SECTION_11: "Choose one of these when you ask every organisation in your area that works with children.",
    TOGETHER: "For areas whose children's partnership and adults' board ask together. Figures are given for each.",
    PROVIDERS: "For homes, agencies and services that you commission. Use them beside your contracts.",
    APART: "Schools have a duty of their own, and an audit of their own. It is never mixed with section 11 here.",
    OTHERS: "",
}

EXAMPLE = "This is our own example. It is not an official tool, and no body has approved it. Adapt it before you use it."
TOLD: dict[str, About] = {
    "section-11": About(
        SECTION_11,
        "Everybody: from a police force to a group with no paid staff.",
        "The fullest one. It has words for ten kinds of reader, and full, light and tiny forms. Start here if you have no reason not to.",
    ),
    "eight-standards": About(
        SECTION_11,
        "Areas that have always asked by eight standards and want to compare with earlier years.",
        "Shorter, with a longer text for each standard. Its statements are joined to the fuller ones, so that answers carry over.",
    ),
    "six-areas": About(
        SECTION_11,
        "Areas that ask under six headings, or whose large bodies have answered for one department only.",
        "About half as long as the fullest one. It asks which of your departments and contracted services each answer covers.",
    ),
    "children-and-adults": About(
        TOGETHER,
        "Organisations that work with families, or with both children and adults at risk.",
        "Each statement says whether it is for children, for adults or for both.",
    ),
    "commissioned-children": About(
        PROVIDERS,
        "Providers that are paid to work with children.",
        "Written from the contract's side: who answers for what, and what the commissioner gets to see.",
    ),
    "commissioned-adults": About(
        PROVIDERS,
        "Providers that are paid to work with adults at risk.",
        "Follows the Care Act 2014 in place of the Children Act 2004.",
    ),
    "commissioned-joint": About(
        PROVIDERS,
        "Providers that are paid to work with both.",
        "One return, figures for each. It also asks what the provider contracts out in its turn.",
    ),
    "schools-175-157": About(
        APART,
        "Schools and colleges, for their duty under section 175 or 157 of the Education Act 2002.",
        "Written for heads, governors and designated safeguarding leads.",
        example=True,
    ),
}


@dataclass(frozen=True, slots=True)
class Book:
    """The newest edition of a tool, what it is for, and the editions before it."""

    newest: LibraryEdition
    about: About
    earlier: tuple[LibraryEdition, ...]


def about_tool(tool: str) -> About:
    """What a tool is for; little can be said of one that is not told of here."""
    return TOLD.get(tool, About(OTHERS, "", ""))


def place_of_tool(tool: str) -> int:
    """Where it stands among the others; last when nobody told of it here."""
    return list(TOLD).index(tool) if tool in TOLD else len(TOLD)


def shelved(editions: Iterable[LibraryEdition]) -> list[tuple[str, str, list[Book]]]:
    """(shelf, what it is for, its books) in the order of SHELVES; empty shelves are left out."""
    by_tool: dict[str, list[LibraryEdition]] = {}
    for one in editions:
        by_tool.setdefault(one.tool, []).append(one)
    books = [Book(found[0], about_tool(tool), tuple(found[1:])) for tool, found in by_tool.items()]
    books.sort(key=lambda book: (place_of_tool(book.newest.tool), book.newest.title))
    filled = ((shelf, why, [book for book in books if book.about.shelf == shelf]) for shelf, why in SHELVES.items())
    return [one for one in filled if one[2]]
