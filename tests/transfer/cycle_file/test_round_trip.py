"""Exported = imported, for files of every shape."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from section11.directory.queries.records import partnership_record
from section11.directory.vocabulary import Role
from section11.lib.viewer import system_viewer
from section11.transfer.cycle_file.write_file import cycle_document
from section11.transfer.operations.import_cycle import import_cycle
from tests.factories.cycle_files import encoded, told
from tests.transfer.cycle_file.strategies import cycle_files

AT = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(document=cycle_files())
def test_what_goes_in_comes_out(document: dict[str, Any]) -> None:
    with transaction.atomic():
        came = import_cycle(system_viewer("test"), encoded(document), at=AT)
        record = partnership_record(system_viewer("test"), came.partnership)
        assert record is not None
        officer = system_viewer("test", partnership_id=record.id, roles=frozenset({Role.OFFICER}))
        out = json.loads(json.dumps(cycle_document(officer, came.partnership, came.cycle)))
        transaction.set_rollback(True)
    assert told(out) == told(document)
