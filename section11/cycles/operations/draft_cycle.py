"""Start drafting a cycle."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.models import Band, Cycle, LadderStep
from section11.cycles.rules.bands import DEFAULT_BANDS, in_order
from section11.cycles.rules.default_emails import default_invitation, default_reminder
from section11.cycles.rules.ladder import STARTER
from section11.cycles.rules.titles import RESERVED_SLUGS, title_problem
from section11.directory.models import Partnership
from section11.directory.vocabulary import PartnershipKind, Role
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from section11.lib.words import free_slug, slug


def draft_cycle(viewer: Viewer, *, title: str, at: datetime) -> Cycle:
    """Start drafting a cycle with the usual bands, email wording and chasing ladder; the partnership's officers may.

    Its address is made of the title, and stays when the title changes.
    """
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    title = " ".join(title.split())
    if problem := title_problem(title):
        raise Refused({"title": problem})
    with transaction.atomic():
        partnership = Partnership.objects.select_for_update(no_key=True).get(pk=viewer.partnership_id)
        taken = Cycle.objects.filter(partnership=partnership).values_list("slug", flat=True)
        invitation, reminder = default_invitation(PartnershipKind(partnership.kind)), default_reminder(PartnershipKind(partnership.kind))
        cycle = Cycle.objects.create(
            partnership=partnership,
            slug=free_slug(slug(title, 50), [*taken, *RESERVED_SLUGS]),
            title=title,
            email_subject=invitation.subject,
            email_body=invitation.body,
            reminder_subject=reminder.subject,
            reminder_body=reminder.body,
        )
        Band.objects.bulk_create(
            Band(cycle=cycle, order=order, key=key, label=band.label, at_least=band.at_least, follow_up=band.follow_up)
            for order, (key, band) in enumerate(in_order(DEFAULT_BANDS))
        )
        LadderStep.objects.bulk_create(
            LadderStep(cycle=cycle, order=order, kind=rung.kind, days=rung.days) for order, rung in enumerate(STARTER)
        )
        record_event(partnership.ref, verb="cycle-drafted", actor=viewer.person_ref, subject=cycle.ref, at=at)
    return cycle
