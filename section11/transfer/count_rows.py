"""What PostgreSQL needs to know after much came in at once."""

from django.apps import apps
from django.db import connection


def count_rows() -> None:
    """Have PostgreSQL count the rows of our tables now. It does so by itself within a minute or so; until then it plans for empty ones.

    Call it when the transaction that wrote them is over. SQLite needs none of this.
    """
    if connection.vendor != "postgresql":
        return
    ours = [app for app in apps.get_app_configs() if app.name.startswith("section11.")]
    tables = sorted(connection.ops.quote_name(model._meta.db_table) for app in ours for model in app.get_models(include_auto_created=True))
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(tables)}")
