"""The product's figures and a plain second computation agree on files of every shape, on both bases."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from section11.analysis.dataset import Basis
from section11.analysis.figures.compute import compute
from section11.analysis.figures.file import figures_file
from section11.analysis.queries.dataset import cycle_dataset
from section11.directory.queries.records import partnership_record
from section11.directory.vocabulary import Role
from section11.lib.viewer import system_viewer
from section11.transfer.operations.import_cycle import import_cycle
from tests.analysis.plain_figures import plain_figures
from tests.factories.cycle_files import encoded, example
from tests.transfer.cycle_file.strategies import cycle_files

AT = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)


def printed(document: dict[str, Any], basis: Basis) -> Any:
    """The figures of a file that was brought in."""
    came = import_cycle(system_viewer("test"), encoded(document), at=AT)
    record = partnership_record(system_viewer("test"), came.partnership)
    assert record is not None
    viewer = system_viewer("test", partnership_id=record.id, roles=frozenset({Role.EXECUTIVE_VIEWER}))
    return json.loads(json.dumps(figures_file(compute(cycle_dataset(viewer, came.cycle, basis)))))


def test_the_second_computation_gives_the_documented_example() -> None:
    assert plain_figures(example("cycle-file"), "self") == example("figures-file")


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(document=cycle_files())
def test_both_computations_agree(document: dict[str, Any]) -> None:
    for basis in Basis:
        with transaction.atomic():
            found = printed(document, basis)
            transaction.set_rollback(True)
        assert found == plain_figures(document, basis)
