"""Holds the words of the library to what it promises its readers."""

import yaml

from section11.lib.errors import Refused
from section11.standards.rules.content import edition_content
from section11.standards.rules.wording import House, Promise, wording_problems
from section11.transfer.edition_file.read_file import library_files, read_edition_file
from section11.transfer.shipped import WORDS, shipped


def house() -> House:
    """What all words of the library are held to, as `library/words` says."""
    folder = shipped("library") / WORDS
    told = yaml.safe_load((folder / "house.yaml").read_bytes())
    return House(
        promises={
            tool: Promise(tuple(of.get("light", ())), of.get("others_at_least", 0), of.get("levels", True))
            for tool, of in told["promises"].items()
        },
        familiar=frozenset(word.lower() for word in told["familiar"]),
        may_cite=tuple(told["may_cite"]),
        others=frozenset((folder / "others.txt").read_text().split()),
    )


def library_problems() -> list[str]:
    """Everything that is wrong with the editions that ship with the product: what they are and how they say it."""
    found: list[str] = []
    held_to = house()
    for path in library_files():
        try:
            content = edition_content(read_edition_file(path.read_bytes()))
        except Refused as refused:
            found += [f"{path.name}: {place}: {words}" for place, words in refused.problems.items()]
            continue
        found += [f"{content.reference}: {problem}" for problem in wording_problems(content, held_to)]
    return found
