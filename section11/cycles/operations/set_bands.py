"""Set the bands of a cycle."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.models import Band
from section11.cycles.queries.own_cycle import officers_cycle
from section11.cycles.rules.bands import BandWording, band_problems, in_order
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def set_bands(viewer: Viewer, cycle_slug: str, *, bands: Sequence[BandWording], version: int, at: datetime) -> None:
    """Replace a draft cycle's bands, which freeze when it opens; its partnership's officers may."""
    cycle = officers_cycle(viewer, cycle_slug)
    if problems := band_problems(bands):
        raise Refused(problems)
    with transaction.atomic():
        cycle.change(version, {"bands": ", ".join(band.label for band in bands)})
        cycle.bands.all().delete()
        Band.objects.bulk_create(
            Band(cycle=cycle, order=order, key=key, label=" ".join(band.label.split()), at_least=band.at_least, follow_up=band.follow_up)
            for order, (key, band) in enumerate(in_order(bands))
        )
        record_event(
            cycle.partnership.ref,
            verb="cycle-bands-set",
            actor=viewer.person_ref,
            subject=cycle.ref,
            at=at,
            details={"at_least": [str(band.at_least) for _, band in in_order(bands)]},
        )
