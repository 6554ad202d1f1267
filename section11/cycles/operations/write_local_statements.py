"""Write the statements that a partnership adds for one cycle."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.models import LocalStatement
from section11.cycles.queries.own_cycle import officers_cycle
from section11.cycles.rules.local_statements import LocalStatementWording, local_statement_problems
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def write_local_statements(
    viewer: Viewer, cycle_slug: str, *, statements: Sequence[LocalStatementWording], version: int, at: datetime
) -> None:
    """Replace a draft cycle's list of local statements, which freeze when it opens; its partnership's officers may."""
    cycle = officers_cycle(viewer, cycle_slug)
    if problems := local_statement_problems(statements):
        raise Refused(problems)
    with transaction.atomic():
        cycle.change(version, {"statements": "\n".join(statement.text for statement in statements)})
        cycle.local_statements.all().delete()
        LocalStatement.objects.bulk_create(
            LocalStatement(
                cycle=cycle,
                order=order,
                text=statement.text.strip(),
                guidance=statement.guidance.strip(),
                light=statement.light,
                must_meet=statement.must_meet,
            )
            for order, statement in enumerate(statements)
        )
        record_event(
            cycle.partnership.ref,
            verb="cycle-local-statements-written",
            actor=viewer.person_ref,
            subject=cycle.ref,
            at=at,
            details={"statements": len(statements)},
        )
