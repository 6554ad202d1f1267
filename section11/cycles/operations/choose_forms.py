"""Choose the form that a cycle's invitations have unless they say otherwise."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.queries.own_cycle import officers_cycle
from section11.cycles.queries.tiny_form import asks_tiny
from section11.cycles.rules.invitation_wording import NO_TINY
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.standards.vocabulary import Form

DEFAULT_FORMS = (Form.FULL, Form.LIGHT, Form.TINY)  # a review is for units that submitted before: chosen invitation by invitation


def choose_forms(viewer: Viewer, cycle_slug: str, *, default_form: str, version: int, at: datetime) -> None:
    """Choose the usual form of a draft cycle, full, light or tiny; its partnership's officers may."""
    cycle = officers_cycle(viewer, cycle_slug)
    if default_form not in DEFAULT_FORMS:
        raise Refused({"default_form": "Choose the full, the light or the tiny form"})
    if default_form == Form.TINY and not asks_tiny(cycle):
        raise Refused({"default_form": NO_TINY})
    with transaction.atomic():
        cycle.change(version, {"default_form": default_form}, default_form=default_form)
        record_event(
            cycle.partnership.ref,
            verb="cycle-form-chosen",
            actor=viewer.person_ref,
            subject=cycle.ref,
            at=at,
            details={"default_form": default_form},
        )
