"""Holds the words of the library to what it promises its readers, and what was released to what it said then."""

from collections.abc import Mapping
from typing import Any

import yaml

from section11.lib.errors import Refused
from section11.standards.rules.canonical import content_hash
from section11.standards.rules.content import edition_content
from section11.standards.rules.wording import House, Promise, wording_problems
from section11.transfer.edition_file.read_file import library_files, read_edition_file
from section11.transfer.shipped import WORDS, shipped


def house() -> House:
    """What all words of the library are held to, as `library/words` says."""
    told = _told()
    return House(
        promises={
            tool: Promise(tuple(of.get("light", ())), of.get("others_at_least", 0), of.get("levels", True))
            for tool, of in told["promises"].items()
        },
        familiar=frozenset(word.lower() for word in told["familiar"]),
        may_cite=tuple(told["may_cite"]),
        others=frozenset((shipped("library") / WORDS / "others.txt").read_text().split()),
    )


def _told() -> Mapping[str, Any]:
    told: Mapping[str, Any] = yaml.safe_load((shipped("library") / WORDS / "house.yaml").read_bytes())
    return told


def library_problems() -> list[str]:
    """Everything that is wrong with the editions that ship with the product: what they are and how they say it."""
    found: list[str] = []
    held_to, hashes = house(), dict[str, str]()
    for path in library_files():
        try:
            document = read_edition_file(path.read_bytes())
            content = edition_content(document)
            hashes[content.reference] = content_hash(document)
        except Refused as refused:
            found += [f"{path.name}: {place}: {words}" for place, words in refused.problems.items()]
            continue
        found += [f"{content.reference}: {problem}" for problem in wording_problems(content, held_to)]
    return found + release_problems(_told()["released"], hashes)


def release_problems(released: Mapping[str, str], hashes: Mapping[str, str]) -> list[str]:
    """Editions that went out with a release and say something else by now, or are gone: by reference, hashes of what they say."""
    gone = [f"{reference}: was released and is not in the library any more" for reference in released if reference not in hashes]
    changed = [reference for reference, said in released.items() if hashes.get(reference, said) != said]
    return gone + [f"{reference}: was released, so it may not change: make a new edition of it" for reference in changed]
