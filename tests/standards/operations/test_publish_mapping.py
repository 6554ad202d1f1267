from datetime import datetime, timedelta

import pytest

from section11.activity.models import ActivityEvent
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import system_viewer
from section11.standards.models import MappedStatement, Mapping
from section11.standards.operations.publish_mapping import publish_mapping
from tests.factories.directory import make_partnership, make_viewer
from tests.factories.mappings import PAIRS, mapping_document, other_edition
from tests.factories.standards import make_edition

pytestmark = pytest.mark.django_db
PRODUCT = system_viewer("test")


def test_its_pairs_are_written_as_rows_with_their_reasons(at: datetime) -> None:
    make_edition()
    other_edition()
    mapping = publish_mapping(PRODUCT, mapping_document(), at=at)
    rows = MappedStatement.objects.values_list("from_statement__ref", "to_statement__ref", "reason")
    assert set(rows) == {(pair["from"], pair["to"], pair["reason"]) for pair in PAIRS}
    assert set(mapping.pairs.values_list("to_statement__standard__edition", flat=True)) == {mapping.to_edition_id}
    event = ActivityEvent.objects.get(verb="mapping-published")
    assert (event.stream.ref, event.subject) == ("library", f"mapping:{mapping.pk}")


def test_the_same_content_is_given_back_and_a_change_is_a_new_mapping(at: datetime) -> None:
    make_edition()
    other_edition()
    first = publish_mapping(PRODUCT, mapping_document(), at=at)
    assert publish_mapping(PRODUCT, mapping_document(extra={}), at=at + timedelta(days=1)) == first
    second = publish_mapping(PRODUCT, mapping_document(pairs=PAIRS[:1]), at=at + timedelta(days=2))
    assert second != first
    again = publish_mapping(PRODUCT, mapping_document(), at=at + timedelta(days=3))
    assert again.pk > second.pk > first.pk
    assert Mapping.objects.count() == 3
    assert first.pairs.count() == len(PAIRS)


def test_everything_wrong_is_told_at_once_and_nothing_is_kept(at: datetime) -> None:
    make_edition()
    for document, places in (
        (mapping_document(title="", pairs=[]), ["title", "pairs"]),
        (mapping_document(title="a\0b"), ["title"]),
        (mapping_document(pairs=[{**PAIRS[0], "from": "9.9"}]), ["pairs[0].from", "to"]),
    ):
        with pytest.raises(Refused) as refused:
            publish_mapping(PRODUCT, document, at=at)
        assert sorted(refused.value.problems) == sorted(places)
    assert not Mapping.objects.exists()


def test_an_edition_of_a_partnerships_own_is_not_mapped(at: datetime) -> None:
    make_edition()
    make_edition(make_partnership(), tool="other-tool")
    with pytest.raises(Refused) as refused:
        publish_mapping(PRODUCT, mapping_document(), at=at)
    assert list(refused.value.problems) == ["to"]


def test_nobody_but_the_product_publishes(at: datetime) -> None:
    with pytest.raises(Absent):
        publish_mapping(make_viewer(), mapping_document(), at=at)
