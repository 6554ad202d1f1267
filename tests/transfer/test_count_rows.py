"""PostgreSQL is told to count what came in."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from section11.directory.models import Partnership
from section11.transfer.count_rows import count_rows
from tests.factories.cycle_files import cycle_file, encoded, invitation, submission
from tests.factories.directory import make_partnership

pytestmark = pytest.mark.django_db


def test_it_knows_how_many_rows_a_table_has() -> None:
    for number in range(3):
        make_partnership(slug=f"partnership-{number}")
    with CaptureQueriesContext(connection) as sent:
        count_rows()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT reltuples FROM pg_class WHERE relname = %s", [Partnership._meta.db_table])
            assert cursor.fetchone() == (Partnership.objects.count(),)
    else:
        assert len(sent) == 0


def test_an_audit_that_came_in_is_counted_when_all_of_it_is_there(tmp_path: Path) -> None:
    path = tmp_path / "cycle.json"
    path.write_bytes(encoded(cycle_file(invitation("oak", submission()))))
    with CaptureQueriesContext(connection) as sent:
        call_command("import_cycle", str(path), verbosity=0)
    counted = ["ANALYZE" in one["sql"] for one in sent]
    assert counted.count(True) == (connection.vendor == "postgresql")
    assert counted[-1] == (connection.vendor == "postgresql")
