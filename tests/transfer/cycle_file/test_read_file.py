import json
from typing import Any

import pytest

from section11.lib.errors import Refused
from section11.lib.reading import Problems
from section11.standards.rules.content import edition_content
from section11.transfer.cycle_file.content import CycleFile
from section11.transfer.cycle_file.read_file import read_cycle_file, read_document
from tests.factories.cycle_files import cycle_file, example, invitation, submission
from tests.factories.standards import edition_document

HERE = {"small-tool/2026.1": edition_content(edition_document())}


def read(document: Any) -> tuple[CycleFile, dict[str, str]]:
    problems = Problems()
    return read_cycle_file(document, HERE.get, problems), problems.found


def problems_of(document: Any) -> dict[str, str]:
    return read(document)[1]


def sound() -> dict[str, Any]:
    full = submission(narratives={"1": {"how": "So."}}, actions=[{"statement": "1.1", "what": "This"}])
    return cycle_file(invitation("oak-surgery", full), invitation("elm-trust", unit={"slug": "north", "name": "North"}))


def test_the_documented_example_is_read_whole() -> None:
    file, problems = read(example("cycle-file"))
    assert problems == {}
    assert [(i.organisation.slug, i.unit.slug if i.unit else None, i.state, i.asked) for i in file.invitations] == [
        ("oak-surgery", None, "invited", 1),
        ("elm-trust", "community-nursing", "invited", 2),
        ("elm-trust", "estates", "exempt", 1),
    ]
    sent = file.invitations[0].submissions[0]
    assert [(a.statement_ref, a.level, a.has_action) for a in sent.brought.content.answers] == [("1.1", "partial", True)]
    assert sent.agreed == {"1.1": "met"}


def test_what_may_be_absent_has_its_default() -> None:
    file, problems = read(cycle_file(invitation("oak-surgery", {"submitted_at": "2026-03-30T10:15:00Z"})))
    assert problems == {}
    assert (file.invitations[0].state, file.invitations[0].due, file.cycle.rolling) == ("invited", None, False)
    assert [band.key for band in file.cycle.bands] == ["fully-met", "mostly-met", "partly-met", "support-needed"]
    assert [a.level for a in file.invitations[0].submissions[0].brought.content.answers] == ["", "", "", ""]


GONE = object()
SENT = ("invitations", 0, "submissions", 0)


def put(document: Any, path: tuple[str | int, ...], value: Any) -> None:
    """Set the part at a path, or take it out."""
    *steps, last = path
    for step in steps:
        document = document[step]
    if value is GONE:
        del document[last]
    else:
        document[last] = value


WRONG: list[tuple[tuple[str | int, ...], Any, str]] = [
    (("format",), "section11/edition/1", "format"),
    (("colour",), "blue", "colour"),
    (("partnership",), GONE, "partnership"),
    (("invitations",), None, "invitations"),
    (("partnership", "slug"), "two words", "partnership.slug"),
    (("partnership", "name"), " ", "partnership.name"),
    (("partnership", "kind"), "board", "partnership.kind"),
    (("partnership", "sectors"), [{"key": "a", "label": "A", "kind": "gp"}], "partnership.sectors[0].kind"),
    (("partnership", "sectors"), [{"key": "a", "label": "A", "kind": "other"}] * 2, "partnership.sectors[1].key"),
    (("edition",), {"ref": "no-tool/1"}, "edition.ref"),
    (("edition",), {"ref": "small-tool/2026.1", "title": "x"}, "edition.title"),
    (("edition", "scale"), {}, "edition.scale.levels"),
    (("edition", "standards", 0, "statements", 0, "light"), 1, "edition.standards[0].statements[0].light"),
    (("cycle", "slug"), "new", "cycle.slug"),
    (("cycle", "slug"), "", "cycle.slug"),
    (("cycle", "title"), 3, "cycle.title"),
    (("cycle", "opens"), "2026-02-30", "cycle.opens"),
    (("cycle", "due"), "2025-12-31", "cycle.due"),
    (("cycle", "due"), "31/3/2026", "cycle.due"),
    (("cycle", "rolling"), "yes", "cycle.rolling"),
    (("cycle", "bands"), [{"key": "a", "label": "A", "at_least": 101}], "cycle.bands[0].at_least"),
    (("cycle", "bands"), [{"key": "a", "label": "A", "at_least": None}], "cycle.bands[0].at_least"),
    (("cycle", "bands"), [{"key": "a", "label": "A", "at_least": 1.23456}], "cycle.bands[0].at_least"),
    (("cycle", "bands"), [{"key": "a", "label": "A", "at_least": 1}] * 2, "cycle.bands[1].key"),
    (("cycle", "local_statements"), [{"ref": "L2", "key": "a", "text": "A."}], "cycle.local_statements[0].ref"),
    (("cycle", "local_statements"), [{"ref": "L1", "key": "induction", "text": "A."}], "cycle.local_statements[0].key"),
    (("invitations", 0, "form"), "long", "invitations[0].form"),
    (("invitations", 0, "form"), GONE, "invitations[0].form"),
    (("invitations", 0, "state"), "asked", "invitations[0].state"),
    (("invitations", 0, "due"), 20260331, "invitations[0].due"),
    (("invitations", 0, "unit"), {"slug": "", "name": "North"}, "invitations[0].unit.slug"),
    (("invitations", 0, "organisation", "sector"), "gp", "invitations[0].organisation.sector"),
    (("invitations", 0, "organisation", "duty_bases"), ["law"], "invitations[0].organisation.duty_bases[0]"),
    (("invitations", 0, "organisation", "duty_bases"), ["choice", "choice"], "invitations[0].organisation.duty_bases[1]"),
    (("invitations", 0, "organisation", "name"), GONE, "invitations[0].organisation.name"),
    (("invitations", 1, "organisation", "name"), "OAK surgery", "invitations[1].organisation.name"),
    (("invitations", 1, "organisation", "slug"), "oak-surgery", "invitations[1].organisation.name"),
    (("invitations", 0, "extra"), 3, "invitations[0].extra"),
    (SENT, "x", "invitations[0].submissions[0]"),
    ((*SENT, "submitted_at"), GONE, "invitations[0].submissions[0].submitted_at"),
    ((*SENT, "submitted_at"), "2026-03-30T10:15:00", "invitations[0].submissions[0].submitted_at"),
    ((*SENT, "submitted_by"), "x" * 201, "invitations[0].submissions[0].submitted_by"),
    ((*SENT, "answers", "1.7"), {"level": "met"}, 'invitations[0].submissions[0].answers["1.7"]'),
    ((*SENT, "answers", "1.1"), {}, 'invitations[0].submissions[0].answers["1.1"].level'),
    ((*SENT, "answers", "1.1"), {"level": "good"}, 'invitations[0].submissions[0].answers["1.1"].level'),
    ((*SENT, "answers", "1.1"), {"level": None}, 'invitations[0].submissions[0].answers["1.1"].level'),
    ((*SENT, "answers", "1.1", "agreed_level"), "good", 'invitations[0].submissions[0].answers["1.1"].agreed_level'),
    ((*SENT, "answers", "1.1", "comment"), 1, 'invitations[0].submissions[0].answers["1.1"].comment'),
    ((*SENT, "answers", "1.1", "evidence"), [{"title": "x"}], 'invitations[0].submissions[0].answers["1.1"].evidence[0].kind'),
    (
        (*SENT, "answers", "1.1", "evidence"),
        [{"title": "", "kind": "link"}],
        'invitations[0].submissions[0].answers["1.1"].evidence[0].title',
    ),
    ((*SENT, "narratives", "9"), {"how": "x"}, 'invitations[0].submissions[0].narratives["9"]'),
    ((*SENT, "narratives", "1", "why"), "x", 'invitations[0].submissions[0].narratives["1"]["why"]'),
    ((*SENT, "narratives", "1", "how"), 1, 'invitations[0].submissions[0].narratives["1"]["how"]'),
    ((*SENT, "narratives", "review"), {"changed": "x"}, 'invitations[0].submissions[0].narratives["review"]'),
    ((*SENT, "actions", 0, "statement"), "1.7", "invitations[0].submissions[0].actions[0].statement"),
    ((*SENT, "actions", 0, "rag"), "blue", "invitations[0].submissions[0].actions[0].rag"),
    ((*SENT, "actions", 0, "due"), "", "invitations[0].submissions[0].actions[0].due"),
    ((*SENT, "extra"), {"n": float("nan")}, "invitations[0].submissions[0].extra.n"),
]


@pytest.mark.parametrize(("path", "value", "place"), WRONG)
def test_a_fault_is_told_with_its_place(path: tuple[str | int, ...], value: Any, place: str) -> None:
    document = sound()
    put(document, path, value)
    assert place in problems_of(document)


def test_a_statement_that_is_not_there_is_told_in_these_words() -> None:
    document = sound()
    document["invitations"][0]["submissions"][0]["answers"]["1.7"] = {"level": "met"}
    assert problems_of(document) == {'invitations[0].submissions[0].answers["1.7"]': "no such statement"}


def test_an_answer_that_is_not_asked_of_the_sector_or_form_is_refused() -> None:
    light = invitation("oak-surgery", submission({"1.2": {"level": "met"}}), form="light")
    surgery = invitation("elm-surgery", submission({"1.2": {"level": "met"}}), sector="primary-care")
    review = invitation("ash-surgery", submission({"1.2": {"level": "met"}}), sector="primary-care", form="review")
    assert set(problems_of(cycle_file(light, surgery, review))) == {
        f'invitations[{number}].submissions[0].answers["1.2"]' for number in range(3)
    }


def test_a_review_keeps_what_it_rates_and_nothing_else() -> None:
    sent = submission({"2.2": {"level": "met"}}, narratives={"review": {"changed": "This.", "improve": "That."}})
    file, problems = read(cycle_file(invitation("oak-surgery", sent, form="review")))
    assert problems == {}
    assert [a.statement_ref for a in file.invitations[0].submissions[0].brought.content.answers] == ["2.2"]
    assert file.invitations[0].asked == 1


def test_local_statements_are_asked_beside_the_editions() -> None:
    local = [{"ref": "L1", "key": "thresholds", "text": "Staff know them.", "only_for": ["school"]}]
    sent = submission({"L1": {"level": "met"}}, narratives={"L": {"how": "So."}})
    file, problems = read(cycle_file(invitation("oak-surgery", sent), cycle={"local_statements": local}))
    assert problems == {}
    assert file.invitations[0].asked == 5
    elsewhere = cycle_file(invitation("oak-surgery", sent, sector="police"), cycle={"local_statements": local})
    assert set(problems_of(elsewhere)) == {'invitations[0].submissions[0].answers["L1"]'}


def test_a_unit_is_asked_once() -> None:
    document = cycle_file(invitation("oak-surgery"), invitation("oak-surgery"))
    assert problems_of(document) == {"invitations[1]": "the same unit is already asked at invitations[0]"}


def test_all_faults_are_told_at_once() -> None:
    document = sound()
    for path in (("colour",), ("partnership", "kind"), ("cycle", "due"), ("invitations", 1, "form"), (*SENT, "answers", "1.7")):
        put(document, path, "x")
    assert set(problems_of(document)) == {
        "colour",
        "partnership.kind",
        "cycle.due",
        "invitations[1].form",
        'invitations[0].submissions[0].answers["1.7"]',
    }


@pytest.mark.parametrize(
    "document",
    [None, [], "x", 3, {}, {"partnership": 1, "edition": 2, "cycle": 3, "invitations": 4}, {"invitations": [1, {"organisation": 2}, {}]}],
)
def test_anything_at_all_is_read_without_falling_over(document: Any) -> None:
    assert problems_of(document)


def test_every_value_of_the_wrong_kind_is_told_and_never_falls_over() -> None:
    odd: tuple[Any, ...] = (None, 3, "x", [1], {"a": 1})

    document = sound()
    places: list[tuple[tuple[str | int, ...], Any]] = [((key,), part) for key, part in document.items()]
    while places:
        path, part = places.pop()
        for value in odd:
            put(document, path, value)
            problems_of(document)
        put(document, path, part)
        children: Any = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
        places += [((*path, key), child) for key, child in children]
    assert problems_of(document) == {}


@pytest.mark.parametrize("depth", [40, 500, 940, 990])
def test_too_deep_a_file_is_refused_before_anything_walks_it(depth: int) -> None:
    text = json.dumps(cycle_file()).replace('"tool"', '"extra": {"x": ' + "[" * depth + "]" * depth + '}, "tool"', 1)
    with pytest.raises(Refused, match="nested too deep"):
        read(read_document(text.encode()))


def test_bytes_that_are_no_document_are_refused() -> None:
    with pytest.raises(Refused, match="not valid JSON"):
        read_document(b"{")
