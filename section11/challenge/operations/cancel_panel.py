"""Cancel a planned panel."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_events import Happened, record_events
from section11.challenge.models import Panel, PanelTelling
from section11.challenge.queries.own_panel import officers_panel, told_last
from section11.challenge.rules.transitions import state_after, states_before
from section11.challenge.vocabulary import SlotOutcome, Telling
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer

HAS_OUTCOMES = "Outcomes are entered already, so this panel took place. Close it instead"


def cancel_panel(viewer: Viewer, panel_id: int, *, at: datetime) -> int:
    """Call a planned panel off: the partnership's officers may, until an outcome is entered.

    Everybody who was told of it is told that it will not take place. Gives how many organisations that are.
    """
    with transaction.atomic():
        panel = officers_panel(viewer, panel_id, "cancel_panel")
        if panel.slots.exclude(outcome=SlotOutcome.NOT_SET).exists():
            raise Refused(HAS_OUTCOMES)
        slots = {slot.invitation_id: slot for slot in panel.slots.select_related("invitation__participation")}
        sitting = set(panel.members.values_list("person_id", flat=True))
        told = [
            one
            for one in told_last(panel).values()
            if one.kind != Telling.CANCELLED and (one.invitation_id in slots or one.person_id in sitting)
        ]
        Panel.objects.filter(pk=panel.pk, state__in=states_before("panel", "cancel_panel")).update(
            state=state_after("panel", "cancel_panel")
        )
        PanelTelling.objects.bulk_create(
            PanelTelling(
                panel=panel,
                invitation_id=one.invitation_id,
                person_id=one.person_id,
                kind=Telling.CANCELLED,
                held_on=one.held_on,
                starts=one.starts,
                minutes=one.minutes,
                where=one.where,
                at=at,
                by=viewer.person_ref,
                by_name=viewer.name,
            )
            for one in told
        )
        organisations = [slots[one.invitation_id] for one in told if one.invitation_id is not None]
        happened = [Happened(panel.cycle.partnership.ref, "cancelled-panel", panel.ref, {"told": len(organisations)})]
        happened += [
            Happened(f"organisation:{slot.invitation.participation.organisation_id}", "cancelled-panel", panel.ref, {"slot": slot.ref})
            for slot in organisations
        ]
        record_events(happened, actor=viewer.person_ref, at=at)
    return len(organisations)
