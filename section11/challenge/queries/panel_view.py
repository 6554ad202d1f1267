"""One panel with its members and its timetable."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, cast

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from section11.challenge.models import Challenge, Letter, Panel, PanelMember, PanelSlot
from section11.challenge.queries.conflicts import belongs_to
from section11.challenge.queries.to_tell import ToTell, to_tell
from section11.challenge.rules.timetable import span_words
from section11.challenge.vocabulary import PANEL_STATE_WORDS, SLOT_OUTCOME_WORDS, ChallengeState, PanelState, SlotOutcome, Telling
from section11.cycles.rules.standing import who_words
from section11.directory.models import Membership
from section11.directory.vocabulary import READERS, ROLE_WORDS, Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation


@dataclass(frozen=True, slots=True)
class PanelHead:
    """Which panel, when and where, and what the viewer is in it."""

    panel_id: int
    title: str
    held_on: date
    where: str
    state: PanelState
    version: int
    cycle_slug: str
    cycle_title: str
    sits: bool
    is_officer: bool
    reads_packs: bool  # members, officers and the scrutineer
    enters: bool  # officers, and reviewers who are members

    @property
    def state_words(self) -> str:
        """The state in words."""
        return PANEL_STATE_WORDS[self.state]

    @property
    def is_planned(self) -> bool:
        """Whether it is still to be held or closed."""
        return self.state is PanelState.PLANNED


@dataclass(frozen=True, slots=True)
class SlotRow:
    """A return's time. What will be asked and what came of it is empty for who belongs to the organisation (`conflicted`)."""

    slot_id: int
    invitation_id: int
    who: str
    sector: str
    starts: time
    minutes: int
    span: str  # 09:30 to 10:15
    enquiry: str
    shows_enquiry: bool
    outcome: SlotOutcome
    note: str
    version: int
    entered_at: datetime | None
    entered_by: str
    conflicted: bool
    reference: str  # of the latest submission; empty when it was taken back
    open_challenges: int
    letter_id: int | None
    letter_state: str

    @property
    def outcome_words(self) -> str:
        """The outcome in words."""
        return SLOT_OUTCOME_WORDS[self.outcome]

    @property
    def has_outcome(self) -> bool:
        """Whether it was entered."""
        return self.outcome is not SlotOutcome.NOT_SET


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody who sits on it. `barred_from`: the returns of organisations that they belong to."""

    person_id: int
    name: str
    roles: str
    barred_from: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PanelView:
    """A whole panel. `untold`: whom an officer has still to tell how it stands."""

    head: PanelHead
    slots: tuple[SlotRow, ...]
    members: tuple[MemberRow, ...]
    untold: tuple[ToTell, ...]

    def telling(self, slot: SlotRow) -> Telling | None:
        """What the organisation of a time is still to be told; None when it knows."""
        return next((one.kind for one in self.untold if one.invitation_id == slot.invitation_id), None)


def own_panels(viewer: Viewer) -> QuerySet[Panel]:
    """The panels that the viewer may look at: those of their partnership, for those who read submissions."""
    if viewer.partnership_id is None or not viewer.has(*READERS):
        return Panel.objects.none()
    return Panel.objects.filter(cycle__partnership=viewer.partnership_id)


def panel_head(viewer: Viewer, cycle_slug: str, panel_id: int) -> PanelHead:
    """One panel; `Absent` when there is none or it is not for this viewer."""
    return _head(viewer, _panel(viewer, cycle_slug, panel_id))


def _panel(viewer: Viewer, cycle_slug: str, panel_id: int) -> Panel:
    sits = Exists(PanelMember.objects.filter(panel=OuterRef("pk"), person=viewer.person_id))
    panel = own_panels(viewer).filter(pk=panel_id, cycle__slug=cycle_slug).select_related("cycle").annotate(sits=sits).first()
    if panel is None:
        raise Absent
    return panel


def _head(viewer: Viewer, panel: Panel) -> PanelHead:
    sits, is_officer = bool(getattr(panel, "sits", False)), viewer.has(Role.OFFICER)
    return PanelHead(
        panel_id=panel.pk,
        title=panel.title,
        held_on=panel.held_on,
        where=panel.where,
        state=PanelState(panel.state),
        version=panel.version,
        cycle_slug=panel.cycle.slug,
        cycle_title=panel.cycle.title,
        sits=sits,
        is_officer=is_officer,
        reads_packs=sits or viewer.has(Role.OFFICER, Role.SCRUTINEER),
        enters=is_officer or (sits and viewer.has(Role.REVIEWER)),
    )


def panel_slots(viewer: Viewer, head: PanelHead) -> tuple[SlotRow, ...]:
    """The times of a panel whose head this viewer was given, in order: one SQL statement."""
    raised = Challenge.objects.filter(invitation=OuterRef("invitation")).exclude(state=ChallengeState.CLOSED).order_by()
    letters = Letter.objects.filter(slot=OuterRef("pk")).order_by("-number")
    latest = ReturnInvitation.objects.filter(invitation=OuterRef("invitation")).values("latest__reference")
    rows = (
        PanelSlot.objects.filter(panel=head.panel_id)
        .annotate(
            conflicted=belongs_to(viewer.person_id, OuterRef("invitation__participation__organisation")),
            name=F("invitation__participation__name"),
            unit=F("invitation__unit__name"),
            sector=F("invitation__sector__label"),
            reference=Subquery(latest[:1]),
            raised=Coalesce(Subquery(raised.values("invitation").annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0),
            letter=Subquery(letters.values("pk")[:1]),
            letter_state=Subquery(letters.values("state")[:1]),
        )
        .order_by("starts", "pk")
        .values()
    )
    return tuple(_slot(cast(dict[str, Any], row), head) for row in rows)


def _slot(row: dict[str, Any], head: PanelHead) -> SlotRow:
    hidden = row["conflicted"]
    return SlotRow(
        slot_id=row["id"],
        invitation_id=row["invitation_id"],
        who=who_words(row["name"], row["unit"]),
        sector=row["sector"],
        starts=row["starts"],
        minutes=row["minutes"],
        span=span_words(head.held_on, row["starts"], row["minutes"]),
        enquiry="" if hidden else row["enquiry"],
        shows_enquiry=row["shows_enquiry"],
        outcome=SlotOutcome(row["outcome"]),
        note="" if hidden else row["outcome_note"],
        version=row["version"],
        entered_at=row["entered_at"],
        entered_by=row["entered_by_name"],
        conflicted=hidden,
        reference=row["reference"] or "",
        open_challenges=row["raised"],
        letter_id=row["letter"],
        letter_state=row["letter_state"] or "",
    )


def panel_slot(viewer: Viewer, cycle_slug: str, panel_id: int, slot_id: int) -> tuple[PanelHead, tuple[SlotRow, ...], SlotRow]:
    """A panel, all its times, and the one of them that is meant; `Absent` when it has none such."""
    head = panel_head(viewer, cycle_slug, panel_id)
    slots = panel_slots(viewer, head)
    for slot in slots:
        if slot.slot_id == slot_id:
            return head, slots, slot
    raise Absent


def panel_view(viewer: Viewer, cycle_slug: str, panel_id: int) -> PanelView:
    """A whole panel, in seven SQL statements whatever its size."""
    panel = _panel(viewer, cycle_slug, panel_id)
    head = _head(viewer, panel)
    untold = tuple(to_tell(panel)) if head.is_officer and head.is_planned else ()
    return PanelView(head, panel_slots(viewer, head), _members(panel), untold)


def panel_untold(viewer: Viewer, cycle_slug: str, panel_id: int) -> tuple[PanelHead, tuple[ToTell, ...]]:
    """A panel, and whom an officer has still to tell how it stands: four SQL statements."""
    panel = _panel(viewer, cycle_slug, panel_id)
    head = _head(viewer, panel)
    return head, tuple(to_tell(panel)) if head.is_officer and head.is_planned else ()


def _members(panel: Panel) -> tuple[MemberRow, ...]:
    """Who sits, with the roles they hold now, and where they belong to an organisation that comes."""
    sitting = Membership.objects.filter(person__in=PanelMember.objects.filter(panel=panel).values("person"), ended_at__isnull=True)
    here = PanelSlot.objects.filter(panel=panel)
    rows = sitting.annotate(
        comes=Subquery(
            here.filter(
                Q(invitation__participation__organisation=OuterRef("home_organisation"))
                | Q(invitation__participation__organisation=OuterRef("unit__organisation"))
            ).values("invitation__participation__name")[:1]
        )
    ).values_list("person_id", "person__name", "role", "partnership_id", "comes")
    names: dict[int, str] = {}
    roles: dict[int, list[str]] = {}
    barred: dict[int, list[str]] = {}
    for person_id, name, role, partnership_id, comes in rows.order_by("person__name", "person_id", "pk"):
        names[person_id] = name
        if partnership_id == panel.cycle.partnership_id:
            roles.setdefault(person_id, []).append(ROLE_WORDS[Role(role)])
        if comes and comes not in barred.setdefault(person_id, []):
            barred[person_id].append(comes)
    return tuple(
        MemberRow(one, name, ", ".join(roles.get(one, ["No role any more"])), tuple(barred.get(one, ()))) for one, name in names.items()
    )
