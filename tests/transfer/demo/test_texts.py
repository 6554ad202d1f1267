"""The texts of the demo fit together: with each other, with the library, and with every kind of organisation."""

import re
from typing import Any

import pytest

from section11.directory.vocabulary import SectorKind
from section11.standards.rules.content import edition_content
from section11.transfer.demo.folder import demo_file, demo_script
from section11.transfer.demo.live_cycle import ACTS
from section11.transfer.demo.player import Player, players
from section11.transfer.demo.script import read_line
from section11.transfer.demo.texts import COMMENTS, Voice
from section11.transfer.edition_file.read_file import library_files, read_edition_file

BOOK = demo_script("answers.yaml")
SCRIPT = demo_script("live-cycle.yaml")
KIND_OF = {key: kind for key, (_, kind) in SCRIPT["partnership"]["sectors"].items()}
ENTRY = {"name", "unit", "sector", "why", "contract", "form", "mail", "lead", "signatory", "contributors", "due", "rates", "writes", "says"}
ENTRY |= {"not_applicable", "words", "story"}
SAYS = {"level", "comment", "reason", "no_action", "see", "action"}
ACTION = {"what", "how", "who", "due", "rag", "progress", "help"}


def voice(kind: str, key: str = "Oak") -> Voice:
    return Voice(book=BOOK, key=key, kind=kind, writes="lots", own_words={"mail": "oak.example"})


def statements() -> list[str]:
    editions = [edition_content(read_edition_file(path.read_bytes())) for path in library_files()]
    asked = next(edition for edition in editions if edition.reference == SCRIPT["cycle"]["edition"])
    return list(asked.statement_by_ref)


def texts(part: Any) -> list[str]:
    """Every text somewhere in it."""
    if isinstance(part, dict):
        return [text for inner in part.values() for text in texts(inner)]
    return [text for inner in part for text in texts(inner)] if isinstance(part, list) else [part]


@pytest.mark.parametrize("kind", [kind.value for kind in SectorKind])
def test_every_text_can_be_said_by_every_kind(kind: str) -> None:
    for ref, told in [*BOOK["statements"].items(), *BOOK["narratives"].items()]:
        for text in texts(told):
            assert not re.search(r"[<>|()]", voice(kind).fill(text, ref)), text


def test_every_statement_has_words_for_met_and_partly_met_and_what_to_do() -> None:
    local = [f"L{number + 1}" for number in range(len(SCRIPT["cycle"]["local_statements"]))]
    for ref in [*statements(), *local]:
        assert voice("school").has_words(ref, "met")
        assert voice("school").has_words(ref, "partial")
        assert voice("school").action(ref).what
    assert set(BOOK["statements"]) == {*statements(), *local}


def test_an_organisation_says_the_same_every_time_and_not_what_others_say() -> None:
    assert voice("sport").comment("6.3", "partial") == voice("sport").comment("6.3", "partial")
    said = {voice("health", key).comment("8.2", "partial") for key in "abcdefgh"}
    assert len(said) > 2


def test_a_kind_with_words_of_its_own_uses_only_those() -> None:
    assert voice("police").comment("14.4", "unmet") == "We count referrals and arrests. We have not looked at what changed for children."


def test_words_in_capitals_at_the_start_of_a_sentence() -> None:
    assert voice("school").fill("<Board> ask the <lead>.", "1.1") == "Governors ask the DSL."
    assert voice("school").fill("(Two|Two) of <staff>.", "1.1") == "Two of staff."


@pytest.mark.parametrize("player", players(SCRIPT["organisations"], KIND_OF), ids=lambda player: player.key.strip())
def test_every_entry_of_the_cast_can_be_played(player: Player) -> None:
    told = player.told
    assert set(told) <= ENTRY
    assert told.get("writes", "some") in COMMENTS
    assert told["mail"].endswith(".example")
    assert [line.day for line in player.lines] == sorted(line.day for line in player.lines)
    assert all(line.verb in ACTS and line.day < SCRIPT["today"] for line in player.lines)
    for ref, said in told.get("says", {}).items():
        assert ref in BOOK["statements"]
        assert set(said) <= SAYS
        assert set(said.get("action", {})) <= ACTION or said["action"] == "none"


def test_the_other_lines_can_be_played() -> None:
    for asker in SCRIPT["registrations"]:
        assert asker["lead"]["email"].endswith(".example")
        assert {read_line(line).verb for line in asker["story"]} <= {"asks", "approves", "declines", "invites"}


def test_evidence_is_there_and_cited_where_something_is_asked() -> None:
    said = [
        line.said
        for player in players(SCRIPT["organisations"], KIND_OF)
        for line in player.lines
        if line.verb == "adds evidence" and line.said
    ]
    for piece in [*said, *(piece for pieces in BOOK["evidence"].values() for piece in pieces)]:
        assert set(piece["cited"]) <= set(BOOK["statements"])
        assert piece["kind"] != "file" or demo_file(f"evidence/{piece['file']}")
