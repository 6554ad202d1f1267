from datetime import datetime
from typing import Any

import pytest

from section11.directory.models import Partnership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer, system_viewer
from section11.transfer.cycle_file.write_file import cycle_document
from section11.transfer.operations.import_cycle import import_cycle
from tests.factories.cycle_files import cycle_file, encoded, example, invitation, submission, told
from tests.factories.directory import make_viewer
from tests.factories.standards import edition_document, make_edition
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db
PRODUCT = system_viewer("test")


def officer_of(slug: str) -> Viewer:
    return make_viewer(Role.OFFICER, of=Partnership.objects.get(slug=slug))


def through(document: dict[str, Any], at: datetime) -> Any:
    """What comes out after the document went in."""
    came = import_cycle(PRODUCT, encoded(document), at=at)
    return cycle_document(officer_of(came.partnership), came.partnership, came.cycle)


def test_the_documented_example_comes_out_as_it_went_in(at: datetime) -> None:
    assert told(through(example("cycle-file"), at)) == told(example("cycle-file"))


def test_extra_is_given_back_wherever_it_stood(at: datetime) -> None:
    def extra(where: str) -> dict[str, Any]:
        return {"extra": {"where": where, "light": False, "n": [1, 2.5, None]}}

    edition = edition_document(**extra("edition"))
    edition["scale"] |= extra("scale")
    edition["scale"]["levels"][0] |= extra("level")
    edition["prompts"][0] |= extra("prompt")
    edition["standards"][0] |= extra("standard")
    edition["standards"][0]["statements"][0] |= {**extra("statement"), "looks_like": {"met": "So.", **extra("looks")}}
    sent = submission(
        {
            "1.1": {
                "level": "met",
                **extra("answer"),
                "evidence": [{"title": "A", "kind": "link"}, {"title": "B", "kind": "file", **extra("b")}],
            }
        },
        narratives={"1": {"how": "So.", **extra("section")}, "2": {}, **extra("narratives")},
        actions=[{"what": "This"}, {"what": "That", **extra("action")}],
        **extra("submission"),
    )
    sent["answers"] |= extra("answers")
    asked = invitation("oak-surgery", sent, unit={"slug": "north", "name": "North", **extra("unit")}, **extra("invitation"))
    asked["organisation"] |= extra("organisation")
    document = cycle_file(
        asked,
        edition=edition,
        partnership={
            "slug": "riverside",
            "name": "Riverside",
            "kind": "joint",
            "sectors": [{"key": "school", "label": "Schools", "kind": "school", **extra("sector")}],
            **extra("partnership"),
        },
        cycle={
            "bands": [{"key": "all", "label": "All", "at_least": 0, **extra("band")}],
            "local_statements": [{"ref": "L1", "key": "one", "text": "One.", **extra("local")}],
            **extra("cycle"),
        },
        **extra("file"),
    )
    out = through(document, at)
    assert told(out) == told(document)
    assert out["invitations"][0]["submissions"][0]["narratives"]["2"] == {}


def test_a_second_file_does_not_change_what_the_first_gives_back(at: datetime) -> None:
    def of(slug: str, label: str, **more: Any) -> dict[str, Any]:
        sectors = [{"key": "schools", "label": label, "kind": "school"}, *more.pop("sectors", [])]
        partnership = {"slug": "riverside", "name": "Riverside", "kind": "children", "sectors": sectors, "extra": {"file": slug}}
        asked = invitation("oak", submission(), sector="schools")
        asked["organisation"]["duty_bases"] = [more.pop("basis")]
        return cycle_file(asked, partnership=partnership, cycle={"slug": slug})

    first = of("2024", "Schools", basis="choice")
    second = of("2026", "All schools", basis="contract", sectors=[{"key": "gp", "label": "GPs", "kind": "primary-care"}])
    assert told(through(first, at)) == told(first)
    assert told(through(second, at)) == told(second)
    assert told(cycle_document(officer_of("riverside"), "riverside", "2024")) == told(first)


def test_an_edition_named_goes_out_named(at: datetime) -> None:
    make_edition()
    document = cycle_file(edition={"ref": "small-tool/2026.1", "extra": {"a": 1}})
    assert told(through(document, at)) == told(document)


def test_agreed_levels_go_out_with_the_submission_they_stood_beside(at: datetime) -> None:
    agreed = {"level": "partial", "agreed_level": "met"}
    first = submission({"1.1": agreed, "1.2": agreed, "2.1": agreed})
    second = submission({"1.1": {"level": "partial"}, "1.2": agreed, "2.1": {"level": "met", "agreed_level": "unmet"}})
    document = cycle_file(invitation("oak-surgery", first, second))
    assert told(through(document, at)) == told(document)


def test_no_bands_are_no_bands_and_not_the_usual_ones(at: datetime) -> None:
    out = through(cycle_file(cycle={"bands": []}), at)
    assert out["cycle"]["bands"] == []


def test_only_the_partnerships_officers_take_a_cycle_out(at: datetime) -> None:
    import_cycle(PRODUCT, encoded(cycle_file()), at=at)
    own = Partnership.objects.get(slug="marsh-and-moor")
    viewers = [make_viewer(Role.OFFICER), *(make_viewer(role, of=own) for role in (Role.REVIEWER, Role.EXECUTIVE_VIEWER, Role.SCRUTINEER))]
    for viewer in viewers:
        with pytest.raises(Absent):
            cycle_document(viewer, "marsh-and-moor", "2026")
    with pytest.raises(Absent):
        cycle_document(make_viewer(Role.OFFICER, of=own), "marsh-and-moor", "2031")


def test_the_number_of_statements_sent_does_not_grow_with_the_returns(at: datetime, assert_queries: AssertQueries) -> None:
    for slug, count in (("few", 2), ("many", 20)):
        file = cycle_file(*(invitation(f"oak-{n}", submission()) for n in range(count)), cycle={"slug": slug})
        import_cycle(PRODUCT, encoded(file), at=at)
    officer = officer_of("marsh-and-moor")
    counts = []
    for slug in ("few", "many"):
        with assert_queries(16) as seen:
            cycle_document(officer, "marsh-and-moor", slug)
        counts.append(seen.count)
    assert counts[0] == counts[1]
