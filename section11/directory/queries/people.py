"""Who works where: the people of an organisation's units, and a partnership's own colleagues."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import QuerySet

from section11.directory.models import Membership
from section11.directory.vocabulary import PARTNERSHIP_ROLES, READERS, ROLE_WORDS, UNIT_ROLES, Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One person's place: who, as what, where, since when."""

    membership_id: int
    person_id: int
    person_ref: str
    name: str
    email: str
    role: Role
    job_title: str
    started_at: datetime
    unit_id: int | None
    unit: str
    home_id: int | None
    home: str
    is_viewer: bool
    has_signed_in: bool
    is_deputy: bool
    comes_back: bool  # emails to their address came back
    let_in_by: str  # who let them in, and for which partnership; empty where that was not kept or is another partnership's matter

    @property
    def role_words(self) -> str:
        """The role as people say it."""
        return f"{ROLE_WORDS[self.role]} (deputy)" if self.is_deputy else ROLE_WORDS[self.role]


def people_of_organisation(viewer: Viewer) -> list[MemberRow]:
    """Everybody with a role in the viewer's organisation now: by unit, leads first."""
    if viewer.organisation_id is None or not viewer.has(*UNIT_ROLES):
        raise Absent
    return _rows(viewer, Membership.objects.filter(unit__organisation=viewer.organisation_id))


def people_of_unit(viewer: Viewer, unit_id: int) -> list[MemberRow]:
    """Who has a role in one unit now: for its own organisation, or, as `_told` has it, a partnership in which that takes part."""
    return _told(viewer, _rows(viewer, _seen(viewer).filter(unit=unit_id)))


def people_of_participation(viewer: Viewer, slug: str) -> list[MemberRow]:
    """Who has a role in an organisation that takes part in the viewer's partnership under that slug, as `_told` has it."""
    place = {
        "unit__organisation__participations__slug": slug,
        "unit__organisation__participations__partnership": viewer.partnership_id,
    }
    return _told(viewer, _rows(viewer, _seen(viewer).filter(**place)))


def colleagues(viewer: Viewer) -> list[MemberRow]:
    """Everybody with a role in the viewer's partnership now, officers first."""
    if viewer.partnership_id is None or not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    return _rows(viewer, Membership.objects.filter(partnership=viewer.partnership_id))


def colleague(viewer: Viewer, membership_id: int) -> MemberRow:
    """One running place in the viewer's partnership."""
    return _one(row for row in colleagues(viewer) if row.membership_id == membership_id)


def person_of_participation(viewer: Viewer, slug: str, membership_id: int) -> MemberRow:
    """One running place in a unit of an organisation that takes part in the viewer's partnership under that slug."""
    return _one(row for row in people_of_participation(viewer, slug) if row.membership_id == membership_id)


def person_whom_viewer_manages(viewer: Viewer, membership_id: int) -> MemberRow:
    """One running place in a unit of the viewer's organisation that the viewer leads."""
    leading = Membership.objects.filter(
        person=viewer.person_id, role=Role.RETURN_LEAD, unit__organisation=viewer.organisation_id, ended_at__isnull=True
    )
    return _one(_rows(viewer, _seen(viewer).filter(pk=membership_id, unit__in=leading.values("unit"))))


def other_roles(viewer: Viewer, held: MemberRow) -> list[Role]:
    """What else somebody is in the unit of that place, as the viewer is told of its people."""
    rows = people_of_unit(viewer, held.unit_id) if held.unit_id is not None else []
    return [row.role for row in rows if row.person_id == held.person_id and row.membership_id != held.membership_id]


def _one(rows: Iterable[MemberRow]) -> MemberRow:
    for row in rows:
        return row
    raise Absent


def _told(viewer: Viewer, rows: list[MemberRow]) -> list[MemberRow]:
    """What a partnership is told of an organisation's people: those who read submissions all of it, others the leads' names only."""
    if viewer.organisation_id is not None or viewer.has(*READERS):
        return rows
    return [replace(row, email="", comes_back=False, let_in_by="") for row in rows if row.role is Role.RETURN_LEAD]


def _seen(viewer: Viewer) -> QuerySet[Membership]:
    if viewer.partnership_id is not None and viewer.has(*PARTNERSHIP_ROLES):
        return Membership.objects.filter(unit__organisation__participations__partnership=viewer.partnership_id)
    if viewer.organisation_id is not None and viewer.has(*UNIT_ROLES):
        return Membership.objects.filter(unit__organisation=viewer.organisation_id)
    raise Absent


_ORDER = {role: number for number, role in enumerate(Role)}


def _rows(viewer: Viewer, memberships: QuerySet[Membership]) -> list[MemberRow]:
    """Two joined rows of one place become one; sorted in Python, since databases order names differently."""
    found = memberships.filter(ended_at__isnull=True).select_related("person", "unit", "home_organisation", "admitted_for").distinct()
    rows = [
        MemberRow(
            membership_id=one.pk,
            person_id=one.person_id,
            person_ref=one.person.ref,
            name=one.person.name,
            email=one.person.email,
            role=Role(one.role),
            job_title=one.job_title,
            started_at=one.started_at,
            unit_id=one.unit_id,
            unit=str(one.unit) if one.unit else "",
            home_id=one.home_organisation_id,
            home=one.home_organisation.name if one.home_organisation else "",
            is_viewer=one.person_id == viewer.person_id,
            has_signed_in=one.person.last_login is not None,
            is_deputy=one.is_deputy,
            comes_back=one.person.bounced_at is not None,
            let_in_by=_let_in_by(viewer, one),
        )
        for one in found
    ]
    return sorted(rows, key=lambda row: (row.unit_id or 0, _ORDER[row.role], row.name.casefold(), row.membership_id))


def _let_in_by(viewer: Viewer, one: Membership) -> str:
    if one.admitted_for is None:
        return one.admitted_by_name
    if viewer.partnership_id not in (None, one.admitted_for_id):
        return ""
    return f"{one.admitted_by_name}, {one.admitted_for.name}"
