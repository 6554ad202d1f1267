"""Which return, whose, how far, and what this viewer is in it. The one door through which every page of a return goes."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from section11.cycles.rules.standing import takes_returns
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.returns.models import Amendment, Answer, HeldPost, ReturnInvitation
from section11.returns.vocabulary import ReturnState

DUE = Coalesce("invitation__due", "invitation__cycle__due")
RUNNING = Amendment.objects.filter(unit_return=OuterRef("unit_return"), ended_at__isnull=True)
BEFORE = ReturnInvitation.objects.filter(unit_return_id=OuterRef("unit_return__previous_id"), latest__isnull=False).order_by(
    "-latest__submitted_at"
)
FIELDS = {
    "return_id": "unit_return_id",
    "state": "unit_return__state",
    "round": "unit_return__round",
    "previous_id": "unit_return__previous_id",
    "last_saved_at": "unit_return__last_saved_at",
    "unit_id": "unit_return__unit_id",
    "unit_name": "unit_return__unit__name",
    "organisation_id": "unit_return__unit__organisation_id",
    "organisation_slug": "unit_return__unit__organisation__slug",
    "organisation_name": "invitation__participation__name",
    "edition_id": "unit_return__edition_id",
    "edition_hash": "unit_return__edition__content_hash",
    "edition_title": "unit_return__edition__title",
    "local_edition_id": "invitation__cycle__local_edition_id",
    "local_edition_hash": "invitation__cycle__local_edition__content_hash",
    "invitation_number": "invitation_id",
    "invitation_state": "invitation__state",
    "form": "invitation__form",
    "progress": "invitation__progress",
    "asked": "invitation__asked",
    "answered": "invitation__answered",
    "submissions": "invitation__submissions",
    "submitted_at": "invitation__submitted_at",
    "opened_at": "invitation__opened_at",
    "sector_key": "invitation__sector__key",
    "sector_kind": "invitation__sector__kind",
    "cycle_id": "invitation__cycle_id",
    "cycle_title": "invitation__cycle__title",
    "cycle_state": "invitation__cycle__state",
    "partnership_id": "invitation__cycle__partnership_id",
    "partnership_name": "invitation__cycle__partnership__name",
    "contact_email": "invitation__cycle__partnership__contact_email",
    "contact_phone": "invitation__cycle__partnership__contact_phone",
    "takes_files": "invitation__cycle__partnership__takes_files",
}
WORKED_OUT = {
    "due": DUE,
    "last_reference": Subquery(BEFORE.values("latest__reference")[:1]),
    "last_title": Subquery(BEFORE.values("invitation__cycle__title")[:1]),
    "last_at": Subquery(BEFORE.values("latest__submitted_at")[:1]),
    "is_brought_in": ~Exists(Answer.objects.filter(unit_return_id=OuterRef("unit_return_id"))),
    "amending_because": Subquery(RUNNING.values("reason")[:1]),
    "returned_by": Subquery(RUNNING.values("returned_by")[:1]),
}
STILL_TO_DO = Q(invitation__cycle__state=CycleState.OPEN, invitation__state=InvitationState.INVITED) & ~Q(
    unit_return__state=ReturnState.SUBMITTED
)


@dataclass(frozen=True, slots=True)
class ReturnHead:
    """A return as one of its people sees it: what it answers, for whom, by when, and the viewer's own roles in it."""

    return_id: int
    state: str
    round: int
    previous_id: int | None
    last_saved_at: datetime | None
    unit_id: int
    unit_name: str
    organisation_id: int
    organisation_slug: str
    organisation_name: str
    edition_id: int
    edition_hash: str
    edition_title: str
    local_edition_id: int | None
    local_edition_hash: str | None
    invitation_number: int
    invitation_state: str
    form: str
    progress: str
    asked: int
    answered: int
    submissions: int
    submitted_at: datetime | None
    opened_at: datetime | None
    due: date | None
    sector_key: str
    sector_kind: str
    cycle_id: int
    cycle_title: str
    cycle_state: str
    partnership_id: int
    partnership_name: str
    contact_email: str
    contact_phone: str
    takes_files: bool
    last_reference: str | None  # of the submission before, whoever received it
    last_title: str | None  # of its cycle
    last_at: datetime | None
    is_brought_in: bool  # from a file: it has no living answers
    amending_because: str | None
    returned_by: str | None  # the partnership, where it returned this for correction
    is_lead: bool
    is_signatory: bool
    is_contributor: bool
    has_held: bool

    @property
    def ref(self) -> str:
        """`return:<id>`."""
        return ref("return", self.return_id)

    @property
    def stream(self) -> str:
        """The organisation's activity stream, where drafts are recorded."""
        return ref("organisation", self.organisation_id)

    @property
    def is_taken(self) -> bool:
        """Whether the partnership still takes returns: its cycle is open and the invitation stands."""
        return takes_returns(self.cycle_state, self.invitation_state)

    @property
    def is_open(self) -> bool:
        """Whether answers can be saved now."""
        return self.state == ReturnState.OPEN and self.is_taken

    @property
    def was_submitted(self) -> bool:
        """Whether the partnership has a submission of it."""
        return self.submissions > 0


def _role(role: Role, viewer: Viewer) -> Exists:
    return Exists(
        Membership.objects.filter(
            person_id=viewer.person_id, unit_id=OuterRef("unit_return__unit_id"), role=role.value, ended_at__isnull=True
        )
    )


def _standing(viewer: Viewer) -> dict[str, Exists]:
    """What the viewer is in a return, and whether text that they posted while signed out is kept for them."""
    return {
        "is_lead": _role(Role.RETURN_LEAD, viewer),
        "is_signatory": _role(Role.SIGNATORY, viewer),
        "is_contributor": _role(Role.CONTRIBUTOR, viewer),
        "has_held": Exists(HeldPost.objects.filter(person_id=viewer.person_id)),
    }


def visible(viewer: Viewer) -> QuerySet[ReturnInvitation]:
    """The returns of the units in which this viewer has a role now, within the organisation of the address, if there is one."""
    return ReturnInvitation.objects.filter(_theirs(viewer))


def _theirs(viewer: Viewer) -> Q:
    mine = Membership.objects.filter(person_id=viewer.person_id, unit_id=OuterRef("unit_return__unit_id"), ended_at__isnull=True)
    here = Q() if viewer.organisation_id is None else Q(unit_return__unit__organisation_id=viewer.organisation_id)
    return Q(Exists(mine)) & here


@cache
def _read() -> QuerySet[Any, dict[str, Any]]:
    """Everything of a head that is the same for every viewer: made once, since every page of a return asks for it."""
    rows: QuerySet[Any, dict[str, Any]] = ReturnInvitation.objects.annotate(**WORKED_OUT).values(*FIELDS.values(), *WORKED_OUT)
    return rows


def _head(row: dict[str, Any]) -> ReturnHead:
    return ReturnHead(**{name: row.pop(path) for name, path in FIELDS.items()}, **row)


def return_heads(viewer: Viewer) -> list[ReturnHead]:
    """Every return of this viewer: those still to do by due date, then those that are in or no longer taken, the latest first."""
    rows = _read().filter(_theirs(viewer)).annotate(**_standing(viewer))
    to_do = Case(When(STILL_TO_DO, then=0), default=1)
    return [
        _head(row) for row in rows.order_by(to_do, Case(When(STILL_TO_DO, then=DUE)).asc(nulls_last=True), DUE.desc(nulls_first=True), "pk")
    ]


def return_head(viewer: Viewer, return_id: int) -> ReturnHead:
    """One return of this viewer; `Absent` when there is none or it is not theirs."""
    row = _read().filter(_theirs(viewer)).filter(unit_return_id=return_id).annotate(**_standing(viewer)).order_by("pk").first()
    if row is None:
        raise Absent
    return _head(row)
