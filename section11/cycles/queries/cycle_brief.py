"""A cycle in a few words, for the pages that act on its invitations."""

from dataclasses import dataclass
from datetime import date

from section11.cycles.queries.own_cycle import officers_cycle
from section11.cycles.rules.email_wording import EmailWording
from section11.cycles.vocabulary import CycleState
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class CycleBrief:
    """What a page about some of its invitations has to know of a cycle."""

    cycle_id: int
    slug: str
    title: str
    state: CycleState
    opens: date | None
    due: date | None
    default_form: str
    reminder: EmailWording

    @property
    def is_draft(self) -> bool:
        """Whether nothing has been sent yet."""
        return self.state is CycleState.DRAFT


def cycle_brief(viewer: Viewer, cycle_slug: str) -> CycleBrief:
    """One cycle of the viewer's partnership; for its officers."""
    cycle = officers_cycle(viewer, cycle_slug)
    return CycleBrief(
        cycle_id=cycle.pk,
        slug=cycle.slug,
        title=cycle.title,
        state=CycleState(cycle.state),
        opens=cycle.opens,
        due=cycle.due,
        default_form=cycle.default_form,
        reminder=EmailWording(cycle.reminder_subject, cycle.reminder_body),
    )
