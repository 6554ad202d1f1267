"""Give a reviewer a standard or a sector of a cycle."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import ReviewerPart
from section11.cycles.queries.own_cycle import officers_cycle
from section11.directory.models import Membership, Sector
from section11.directory.vocabulary import Role
from section11.lib.errors import Refused
from section11.lib.refs import key_of, kind_of
from section11.lib.viewer import Viewer
from section11.standards.models import Standard


def give_reviewer_part(viewer: Viewer, cycle_slug: str, membership_id: int, part: str, *, at: datetime) -> None:
    """Give a reviewer a standard (`standard:1`) or a sector (`sector:school`) to review in a cycle; the partnership's officers may.

    From the first part on, a reviewer writes in what was given to them only.
    """
    cycle = officers_cycle(viewer, cycle_slug)
    held = Membership.objects.filter(pk=membership_id, partnership=viewer.partnership, role=Role.REVIEWER, ended_at__isnull=True)
    member = held.select_related("person").first()
    editions = [one for one in (cycle.edition_id, cycle.local_edition_id) if one]
    key = key_of(part)
    standard = Standard.objects.filter(edition__in=editions, ref=key).first() if kind_of(part) == "standard" else None
    sector = Sector.objects.filter(partnership=viewer.partnership, key=key).first() if kind_of(part) == "sector" else None
    problems = {} if member else {"member": "Choose one of your reviewers"}
    if not standard and not sector:
        problems["part"] = "Choose a standard or a sector from the list"
    if problems or member is None:
        raise Refused(problems)
    with transaction.atomic():
        _, made = ReviewerPart.objects.get_or_create(
            cycle=cycle,
            person=member.person,
            standard=standard,
            sector=sector,
            defaults={"given_at": at, "given_by_name": viewer.name},
        )
        if made:
            record_event(
                cycle.partnership.ref,
                verb="gave-reviewer-part",
                actor=viewer.person_ref,
                subject=cycle.ref,
                at=at,
                details={"part": part, "to": member.person.ref},
            )
