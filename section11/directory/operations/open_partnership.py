"""Open a partnership, with its sectors and first officer."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Partnership, Sector
from section11.directory.operations.admit_member import admit_member
from section11.directory.rules import name_problem, tidy, without_empty
from section11.directory.vocabulary import SECTOR_KIND_WORDS, PartnershipKind, Role, SectorKind
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import SystemViewer, Viewer, system_viewer
from section11.lib.words import slug as slug_of


def open_partnership(
    viewer: Viewer,
    *,
    slug: str,
    name: str,
    at: datetime,
    kind: str = PartnershipKind.CHILDREN,
    officer_name: str = "",
    officer_email: str = "",
    sector_kinds: Sequence[SectorKind] = tuple(SectorKind),
) -> Partnership:
    """Open a partnership with its first officer and a sector for each kind; only the product itself does (set-up, import).

    Without an officer's address it stands without people, as one that an imported file brings. More sectors: `add_sector`.
    """
    if not isinstance(viewer, SystemViewer):
        raise Absent
    name = tidy(name)
    problems = without_empty(
        {
            "slug": "" if slug == slug_of(slug) else "Use lower-case letters, digits and hyphens, like riverside",
            "name": name_problem(name, whose="the partnership's name"),
            "kind": "" if kind in set(PartnershipKind) else "Choose children, adults or joint",
        }
    )
    if problems:
        raise Refused(problems)
    with transaction.atomic():
        try:
            with transaction.atomic():
                made = Partnership.objects.create(slug=slug, name=name, kind=kind)
        except IntegrityError:
            raise Refused({"slug": f"There is a partnership called {slug} already. Choose another"}) from None
        Sector.objects.bulk_create(
            Sector(partnership=made, key=one.value, label=SECTOR_KIND_WORDS[one], kind=one, order=order, listed=False)
            for order, one in enumerate(sector_kinds)
        )
        record_event(made.ref, verb="partnership-opened", actor=viewer.person_ref, subject=made.ref, at=at, details={"kind": kind})
        if officer_email:
            within = system_viewer(viewer.name, partnership_id=made.pk, roles=frozenset({Role.OFFICER}))
            admit_member(within, role=Role.OFFICER, name=officer_name, email=officer_email, at=at)
    return made
