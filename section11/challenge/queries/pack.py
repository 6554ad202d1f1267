"""The pack of a return at a panel: all that a member wants to have read before it is talked about."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from section11.challenge.models import PanelMember, PanelSlot
from section11.challenge.queries.conflicts import belongs_to
from section11.challenge.queries.noted import Noted, noted
from section11.challenge.queries.panel_view import own_panels
from section11.challenge.rules.timetable import span_words
from section11.cycles.rules.standing import who_words
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation
from section11.returns.queries.submission_view import SubmissionView, submission


@dataclass(frozen=True, slots=True)
class Cited:
    """A piece of evidence, and the statements whose answers cite it."""

    title: str
    kind: str
    where: str
    item_id: int | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """What members read of one return."""

    panel_id: int
    panel_title: str
    slot_id: int
    held_on: date
    span: str
    who: str
    enquiry: tuple[str, ...]
    view: SubmissionView
    noted: Noted

    @property
    def evidence(self) -> tuple[Cited, ...]:
        """Everything that is cited, once each, in the order of the statements."""
        found: dict[tuple[str, str, str, int | None], list[str]] = {}
        for standard in self.view.standards:
            for answer in standard.answers:
                for one in answer.evidence:
                    found.setdefault((one.title, one.kind, one.where, one.item_id), []).append(answer.ref)
        return tuple(Cited(*key, tuple(refs)) for key, refs in found.items())


def open_packs(viewer: Viewer, panel_id: int) -> QuerySet[PanelSlot]:
    """The times of a panel whose packs the viewer may read now: members, officers and the scrutineer, never their own organisation's."""
    sits = PanelMember.objects.filter(panel=OuterRef("panel"), person=viewer.person_id)
    submitted = ReturnInvitation.objects.filter(invitation=OuterRef("invitation"), latest__isnull=False)
    found = PanelSlot.objects.filter(Exists(submitted), panel=panel_id, panel__in=own_panels(viewer)).exclude(
        belongs_to(viewer.person_id, OuterRef("invitation__participation__organisation"))
    )
    return found if viewer.has(Role.OFFICER, Role.SCRUTINEER) else found.filter(Exists(sits))


def pack(viewer: Viewer, panel_id: int, slot_id: int) -> Pack:
    """The pack of one return, in six SQL statements; `Absent` for whom it is not, and when the return was taken back."""
    latest = ReturnInvitation.objects.filter(invitation=OuterRef("invitation")).values("latest__reference")
    rows = open_packs(viewer, panel_id).filter(pk=slot_id).annotate(reference=Subquery(latest[:1]))
    slot = rows.select_related("panel", "invitation__participation", "invitation__unit").first()
    if slot is None:
        raise Absent
    return Pack(
        panel_id=slot.panel_id,
        panel_title=slot.panel.title,
        slot_id=slot.pk,
        held_on=slot.panel.held_on,
        span=span_words(slot.panel.held_on, slot.starts, slot.minutes),
        who=who_words(slot.invitation.participation.name, slot.invitation.unit.name),
        enquiry=tuple(line.strip() for line in slot.enquiry.splitlines() if line.strip()),
        view=submission(viewer, slot.reference),
        noted=noted(viewer, slot.invitation_id),
    )


def slots_with_packs(viewer: Viewer, panel_id: int) -> list[int]:
    """The ids of the times of a panel whose packs this viewer may read, in their order."""
    return list(open_packs(viewer, panel_id).order_by("starts", "pk").values_list("pk", flat=True))
