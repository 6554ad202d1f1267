"""Everything that a draft cycle has been set up with, for the pages of the set-up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import prefetch_related_objects

from section11.cycles.models import Cycle
from section11.cycles.queries.own_cycle import overseen_cycle
from section11.cycles.queries.readiness import invited_forms, what_is_missing
from section11.cycles.rules.bands import BandWording
from section11.cycles.rules.email_wording import EmailWording
from section11.cycles.rules.ladder import Rung
from section11.cycles.rules.local_statements import LocalStatementWording
from section11.cycles.vocabulary import CycleState
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class CycleSetup:
    """A cycle as set up so far. `missing` names, by step, what is still to do before it can open."""

    cycle_id: int
    slug: str
    title: str
    state: CycleState
    version: int
    edition_id: int | None
    edition: str
    edition_reference: str
    opens: date | None
    due: date | None
    rolling: bool
    default_form: str
    bands: tuple[BandWording, ...]
    statements: tuple[LocalStatementWording, ...]
    invitation: EmailWording
    reminder: EmailWording
    rungs: tuple[Rung, ...]
    invited: int
    partnership: str
    partnership_kind: str
    contact: str
    missing: Mapping[str, str]

    @property
    def is_draft(self) -> bool:
        """Whether it can still be set up."""
        return self.state == CycleState.DRAFT


def cycle_setup(viewer: Viewer, cycle_slug: str, *, at: datetime) -> CycleSetup:
    """The set-up of one cycle of the viewer's partnership; for its officers, and once it has opened its scrutineers."""
    cycle = overseen_cycle(viewer, cycle_slug)
    prefetch_related_objects([cycle], "bands", "local_statements", "ladder")
    partnership, edition, forms = cycle.partnership, cycle.edition, invited_forms(cycle)
    return CycleSetup(
        cycle_id=cycle.pk,
        slug=cycle.slug,
        title=cycle.title,
        state=CycleState(cycle.state),
        version=cycle.version,
        edition_id=cycle.edition_id,
        edition=edition.title if edition else "",
        edition_reference=edition.reference if edition else "",
        opens=cycle.opens,
        due=cycle.due,
        rolling=cycle.rolling,
        default_form=cycle.default_form,
        bands=tuple(BandWording(b.label, b.at_least, b.follow_up) for b in cycle.bands.all()),
        statements=tuple(LocalStatementWording(s.text, s.guidance, s.light, s.must_meet) for s in cycle.local_statements.all()),
        invitation=EmailWording(cycle.email_subject, cycle.email_body),
        reminder=EmailWording(cycle.reminder_subject, cycle.reminder_body),
        rungs=tuple(step.rung for step in cycle.ladder.all()),
        invited=len(forms),
        partnership=partnership.name,
        partnership_kind=partnership.kind,
        contact=contact_words(cycle),
        missing=what_is_missing(cycle, at, forms),
    )


def contact_words(cycle: Cycle) -> str:
    """How to reach the partnership, as `{contact}` reads in an email."""
    told = [cycle.partnership.contact_email, cycle.partnership.contact_phone]
    return " or ".join(filter(None, told)) or cycle.partnership.name
