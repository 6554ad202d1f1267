"""What waits in panels and letters, counted by cycle: columns kind, slug and title of the cycle, number. Part of what waits today."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import CharField, Count, Exists, F, IntegerField, OuterRef, QuerySet, Value

from section11.challenge.models import Letter, Panel, PanelMember
from section11.challenge.vocabulary import LetterState, PanelState
from section11.directory.vocabulary import READERS, Role
from section11.lib.clock import london_date
from section11.lib.viewer import Viewer

SOON = timedelta(days=7)


def panels_waiting(viewer: Viewer, *, at: datetime) -> list[QuerySet[Any, Any]]:
    """Querysets to be joined by UNION; none for who reads no submissions.

    `panel`: those of today and the coming seven days that the viewer sits on, or that officers run. For officers besides
    `panel-over`: days that are past and not closed, and `letter`: drafts to be read and approved.
    """
    if viewer.partnership_id is None or not viewer.has(*READERS):
        return []
    today, officer = london_date(at), viewer.has(Role.OFFICER)
    planned = Panel.objects.filter(cycle__partnership=viewer.partnership_id, state=PanelState.PLANNED)
    soon = planned.filter(held_on__gte=today, held_on__lte=today + SOON)
    sits = PanelMember.objects.filter(panel=OuterRef("pk"), person=viewer.person_id)
    found = [_counted("panel", soon if officer else soon.filter(Exists(sits)), "cycle")]
    if officer:
        drafts = Letter.objects.filter(invitation__cycle__partnership=viewer.partnership_id, state=LetterState.DRAFT)
        found += [_counted("panel-over", planned.filter(held_on__lt=today), "cycle"), _counted("letter", drafts, "invitation__cycle")]
    return found


def _counted(kind: str, rows: QuerySet[Any, Any], cycle: str) -> QuerySet[Any, Any]:
    named = rows.annotate(kind=Value(kind, output_field=CharField()), of=F(f"{cycle}__slug"), called=F(f"{cycle}__title"))
    counted: QuerySet[Any, Any] = (
        named.order_by().values_list("kind", "of", "called").annotate(number=Count("pk", output_field=IntegerField()))
    )
    return counted
