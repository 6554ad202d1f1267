from datetime import datetime
from typing import Any

import pytest

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import system_viewer
from section11.standards.models import Edition, Level, Prompt, Standard, Statement, Wording
from section11.standards.operations.publish_edition import publish_edition
from section11.standards.rules.supplement import local_statement, supplement_document
from tests.factories.directory import make_partnership, make_viewer
from tests.factories.standards import LEVELS, edition_document, make_edition

pytestmark = pytest.mark.django_db
PRODUCT = system_viewer("test")


def test_a_library_edition_is_written_as_rows(at: datetime) -> None:
    document = edition_document()
    first = document["standards"][0]["statements"][0]
    first |= {
        "guidance": "Plain words.",
        "guidance_for": {"school": "Words for schools."},
        "looks_like_for": {"police": {"met": "In a force."}},
        "evidence_examples": ["A job description"],
    }

    edition = publish_edition(PRODUCT, document, partnership_id=None, at=at)

    assert edition.reference == "small-tool/2026.1"
    assert edition.document == document
    assert list(edition.levels.values_list("key", "level_class", "points")) == [
        ("met", "met", 2),
        ("partial", "partial", 1),
        ("unmet", "unmet", 0),
        ("na", "not_applicable", None),
    ]
    assert list(Standard.objects.values_list("ref", "title")) == [("1", "Leadership"), ("2", "Training")]
    assert list(Statement.objects.values_list("ref", "order", "light", "must_meet", "not_for")) == [
        ("1.1", 0, True, True, []),
        ("1.2", 1, False, False, ["primary-care"]),
        ("2.1", 2, True, False, []),
        ("2.2", 3, False, False, []),
    ]
    assert list(Prompt.objects.values_list("key", "forms")) == [("how", ["full", "light"])]
    words = Wording.objects.filter(statement__ref="1.1").order_by("sector_kind").values_list("sector_kind", "guidance", "looks_like")
    assert list(words) == [("", "Plain words.", {}), ("police", "", {"met": "In a force."}), ("school", "Words for schools.", {})]


def test_the_same_edition_with_equal_content_is_given_back(at: datetime) -> None:
    edition = make_edition()
    spelled_out = edition_document(follows=[])
    spelled_out["standards"][0]["statements"][0] |= {"audience": "children", "guidance": ""}

    assert publish_edition(PRODUCT, spelled_out, partnership_id=None, at=at) == edition
    assert Edition.objects.count() == 1
    assert Level.objects.count() == len(LEVELS)


def test_the_same_edition_with_other_content_is_refused(at: datetime) -> None:
    make_edition()
    with pytest.raises(Refused, match=r"small-tool/2026\.1 is already here with other content"):
        publish_edition(PRODUCT, edition_document(title="Other standards"), partnership_id=None, at=at)


def test_a_partnership_reuses_the_librarys_edition_but_not_a_neighbours(at: datetime) -> None:
    library = make_edition()
    neighbours = make_edition(make_partnership(), tool="own-tool")
    officer = make_viewer(Role.OFFICER)

    assert publish_edition(officer, edition_document(), partnership_id=officer.partnership_id, at=at) == library
    own = publish_edition(officer, edition_document(tool="own-tool"), partnership_id=officer.partnership_id, at=at)
    assert own != neighbours
    assert own.partnership_id == officer.partnership_id
    with pytest.raises(Refused):
        publish_edition(officer, edition_document(title="Other"), partnership_id=officer.partnership_id, at=at)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.EXECUTIVE_VIEWER, Role.SCRUTINEER, Role.RETURN_LEAD])
def test_only_an_officer_publishes_a_partnerships_edition(role: Role, at: datetime) -> None:
    viewer = make_viewer(role)
    with pytest.raises(Absent):
        publish_edition(viewer, edition_document(), partnership_id=viewer.partnership_id or make_partnership().pk, at=at)


def test_no_person_publishes_into_the_library_or_for_another_partnership(at: datetime) -> None:
    officer = make_viewer(Role.OFFICER)
    for partnership_id in (None, make_partnership().pk):
        with pytest.raises(Absent):
            publish_edition(officer, edition_document(), partnership_id=partnership_id, at=at)


def test_local_statements_become_a_supplement_rated_on_the_editions_scale(at: datetime) -> None:
    officer = make_viewer(Role.OFFICER)
    edition = make_edition()
    part = local_statement(1, text="Staff know our thresholds.", guidance="", light=True, must_meet=False, taken_keys={"induction"})

    made = publish_edition(
        officer, supplement_document("2026", [part]), partnership_id=officer.partnership_id, supplements=edition.pk, at=at
    )

    assert made.supplements == edition
    assert made.reference == "local/2026"
    assert made.levels.count() == 0
    assert Statement.objects.filter(standard__edition=made).values_list("ref", "key").get() == ("L1", "staff-know-our-thresholds")


def test_a_refused_document_leaves_nothing(at: datetime) -> None:
    bad: dict[str, Any] = edition_document(colour="blue")
    bad["standards"][1]["statements"][0]["light"] = "yes"
    with pytest.raises(Refused) as refused:
        publish_edition(PRODUCT, bad, partnership_id=None, at=at)
    assert set(refused.value.problems) == {"colour", "standards[1].statements[0].light"}
    assert not Edition.objects.exists()
