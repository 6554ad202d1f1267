from typing import Any

import pytest

from section11.directory.vocabulary import SectorKind
from section11.returns.queries.content import AskedContent, asked_content
from section11.returns.queries.head import return_head
from tests.factories.directory import make_participation, make_partnership, make_sector
from tests.factories.returns import make_answering_edition, open_return
from tests.factories.standards import LEVELS

pytestmark = pytest.mark.django_db


def content(kind: SectorKind = SectorKind.SCHOOL, **given: Any) -> AskedContent:
    sector = make_sector(make_partnership(), kind)
    opened = open_return(participation=make_participation(sector=sector), **given)
    return asked_content(return_head(opened.lead, opened.return_id))


def refs(asked: AskedContent) -> dict[str, list[str]]:
    return {standard.ref: [s.ref for s in standard.statements] for standard in asked.standards}


@pytest.mark.parametrize(
    ("form", "kind", "local", "expected"),
    [
        ("full", SectorKind.SCHOOL, [], {"1": ["1.1", "1.2"], "2": ["2.1", "2.2"]}),
        ("full", SectorKind.PRIMARY_CARE, [], {"1": ["1.1"], "2": ["2.1", "2.2"]}),
        ("light", SectorKind.SCHOOL, [], {"1": ["1.1"], "2": ["2.1"]}),
        ("light", SectorKind.PRIMARY_CARE, ["Ours"], {"1": ["1.1"], "2": ["2.1"], "L": ["L1"]}),
        ("full", SectorKind.SCHOOL, ["Ours", "Theirs"], {"1": ["1.1", "1.2"], "2": ["2.1", "2.2"], "L": ["L1", "L2"]}),
    ],
)
def test_form_kind_of_sector_and_local_statements_say_what_is_asked(
    form: str, kind: SectorKind, local: list[str], expected: dict[str, list[str]]
) -> None:
    asked = content(kind, form=form, local=local)
    assert refs(asked) == expected
    assert [standard.is_local for standard in asked.standards] == [ref == "L" for ref in expected]


def test_a_standard_of_which_nothing_is_asked_is_left_out() -> None:
    standards = [
        {"ref": str(n), "title": "T", "statements": [{"ref": f"{n}.1", "key": f"k{n}", "text": "T", "only_for": kinds}]}
        for n, kinds in ((1, []), (2, ["police"]))
    ]
    assert refs(content(edition=make_answering_edition(tool="kinds", standards=standards))) == {"1": ["1.1"]}


def test_the_prompts_are_those_of_the_form() -> None:
    assert [p.key for p in content(form="full").prompts] == ["how", "change"]
    assert [p.key for p in content(form="light").prompts] == ["how"]


def test_levels_standards_and_statements_are_found_by_name_if_they_are_asked() -> None:
    asked = content(SectorKind.PRIMARY_CARE, local=["Ours"])
    assert [level.key for level in asked.levels] == ["met", "partial", "unmet", "na"]
    assert (asked.level("unmet"), asked.level("superb")) == (asked.levels[2], None)
    assert (asked.standard("L"), asked.standard("3")) == (asked.standards[-1], None)
    assert (getattr(asked.statement("L1"), "text", ""), asked.statement("1.2")) == ("Ours", None)


def test_not_applicable_is_known_by_its_class() -> None:
    levels = [{**level, "key": f"level-{n}"} for n, level in enumerate(LEVELS)]
    found = content(edition=make_answering_edition(tool="keys", scale={"levels": levels})).not_applicable
    assert found
    assert found.key == "level-3"
    assert content(edition=make_answering_edition(tool="none", scale={"levels": levels[:3]})).not_applicable is None
