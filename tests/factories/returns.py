"""Returns as `open_returns` makes them, with a person in each role, and the way through to a submission."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Q

from section11.cycles.models import Cycle, Invitation
from section11.directory.models import Participation, Partnership, Person, Unit
from section11.directory.queries import viewer_in_organisation, viewer_in_partnership
from section11.directory.vocabulary import Role
from section11.evidence.operations.add_evidence import add_evidence
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.plans.rules import ActionText
from section11.returns.models import Answer, Narrative, ReturnInvitation, StandardMark
from section11.returns.operations.approve_return import approve_return
from section11.returns.operations.ask_sign_off import ask_sign_off
from section11.returns.operations.confirm_answer import confirm_answer
from section11.returns.operations.open_returns import open_returns
from section11.returns.operations.save_answer import AnswerText, SavedAnswer, save_answer
from section11.returns.operations.submit_return import submit_return
from section11.returns.queries.draft import draft
from section11.returns.queries.frozen import frozen
from section11.returns.queries.head import return_head
from section11.standards.models import Edition
from section11.standards.operations.publish_edition import publish_edition
from section11.standards.rules.supplement import local_statement, supplement_document
from tests.factories.cycles import make_cycle, make_invitation
from tests.factories.directory import make_membership, make_participation, make_viewer, whole_unit
from tests.factories.remembered import remembered
from tests.factories.standards import LEVELS, make_edition

AT = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
PROMPTS = [
    {"key": "how", "label": "How do you meet this standard?"},
    {"key": "change", "label": "What changed for children?", "forms": ["full"]},
]
ACTION = ActionText(what="Train every volunteer", how="Two evenings", who="Deputy head", due=(AT + timedelta(days=90)).date())


@dataclass(frozen=True, slots=True)
class Opened:
    """A return that is open for answers, and a viewer for each role in it."""

    return_id: int
    invitation: Invitation
    unit: Unit
    cycle: Cycle
    participation: Participation
    officer: Viewer
    lead: Viewer
    signatory: Viewer
    contributor: Viewer

    @property
    def organisation_stream(self) -> str:
        """Where its drafts are recorded."""
        return f"organisation:{self.unit.organisation_id}"

    @property
    def partnership_stream(self) -> str:
        """Where the partnership reads what happened to it."""
        return f"partnership:{self.cycle.partnership_id}"


def make_answering_edition(**changes: Any) -> Edition:
    """The small edition with two prompts; its level `unmet` wants both a reason and an action."""
    levels = [{**level, "needs_reason": level["key"] in ("unmet", "na")} for level in LEVELS]
    return make_edition(**{"tool": "answering-tool", "scale": {"levels": levels}, "prompts": PROMPTS, **changes})


def make_wide_edition(standards: int, statements: int) -> Edition:
    """An edition of that many standards with that many statements each, on the small scale."""
    return make_answering_edition(
        tool=f"wide-{standards}-{statements}",
        standards=[
            {
                "ref": str(s),
                "title": f"Standard {s}",
                "statements": [{"ref": f"{s}.{n}", "key": f"key-{s}-{n}", "text": f"Statement {s}.{n}"} for n in range(1, statements + 1)],
            }
            for s in range(1, standards + 1)
        ],
    )


def make_local_edition(partnership: Partnership, edition: Edition, texts: Sequence[str], slug: str = "local") -> Edition:
    """A supplement of that edition with these statements of the partnership's own."""
    parts = [local_statement(n, text=t, guidance="", light=True, must_meet=False, taken_keys=set()) for n, t in enumerate(texts, 1)]
    officer = make_viewer(Role.OFFICER, of=partnership)
    return publish_edition(officer, supplement_document(slug, parts), partnership_id=partnership.pk, supplements=edition.pk, at=AT)


@remembered
def open_return(
    *,
    cycle: Cycle | None = None,
    edition: Edition | None = None,
    local: Sequence[str] = (),
    unit: Unit | None = None,
    participation: Participation | None = None,
    **invitation: Any,
) -> Opened:
    """A return, opened by the operation that opens them all, in a new open cycle unless one is given."""
    if cycle is None:
        partnership = participation.partnership if participation else None
        cycle = make_cycle(partnership, edition=edition or make_answering_edition())
        if local and cycle.edition:
            cycle.local_edition = make_local_edition(cycle.partnership, cycle.edition, local, cycle.slug)
            cycle.save()
    participation = participation or make_participation(cycle.partnership, unit.organisation if unit else None)
    made = make_invitation(cycle, participation=participation, unit=unit, **invitation)
    unit = unit or whole_unit(participation.organisation)
    officer = make_viewer(Role.OFFICER, of=cycle.partnership)
    lead, signatory, contributor = (make_viewer(role, of=unit) for role in (Role.RETURN_LEAD, Role.SIGNATORY, Role.CONTRIBUTOR))
    open_returns(officer, cycle.pk, at=AT)
    return_id = ReturnInvitation.objects.get(invitation=made).unit_return_id
    made.refresh_from_db()
    return Opened(return_id, made, unit, cycle, participation, officer, lead, signatory, contributor)


def next_return(before: Opened, *, edition: Edition | None = None, **invitation: Any) -> Opened:
    """The same unit's return in the same partnership's next cycle: on the same edition unless another is given."""
    cycle = make_cycle(before.cycle.partnership, edition=edition or before.cycle.edition)
    return open_return(cycle=cycle, participation=before.participation, unit=before.unit, **invitation)


def reviewed(levels: Mapping[str, str] | None = None, **given: Any) -> tuple[Opened, Opened]:
    """A return that was submitted with these levels (statement ref -> level; `met` elsewhere), and the review after it."""
    before = open_return(**given)
    answer_everything(before)
    for ref, level in (levels or {}).items():
        rate(before, ref, level, reason="Not here", comment=f"Last time of {ref}", no_action_reason="All is done")
    sign_and_submit(before)
    return before, next_return(before, form="review")


def confirm(opened: Opened, *refs: str, by: Viewer | None = None, at: datetime = AT) -> None:
    """Confirm these answers from the version that stands; all that were carried unless some are named."""
    carried = Answer.objects.filter(unit_return_id=opened.return_id, carried=True).values_list("statement__ref", flat=True)
    for ref in refs or list(carried):
        confirm_answer(by or opened.lead, opened.return_id, ref, version=answer_of(opened, ref).version, at=at)


def more_leads(opened: Opened, count: int) -> list[Viewer]:
    """Further return leads of the same unit, to write at the same time."""
    return [make_viewer(Role.RETURN_LEAD, of=opened.unit) for _ in range(count)]


def in_organisation(person: Person, opened: Opened) -> Viewer:
    """That person at the address of the return's organisation."""
    viewer = viewer_in_organisation(person, opened.unit.organisation.slug)
    assert viewer is not None
    return viewer


def partnership_viewer(opened: Opened, role: Role) -> Viewer:
    """Somebody with that role in the partnership which receives the return."""
    held = make_membership(role=role, of=opened.cycle.partnership)
    viewer = viewer_in_partnership(held.person, opened.cycle.partnership.slug)
    assert viewer is not None
    return viewer


def answer_of(opened: Opened, ref: str) -> Answer:
    """The row of one statement's answer."""
    return Answer.objects.select_related("level", "see").get(unit_return_id=opened.return_id, statement__ref=ref)


def narrative_of(opened: Opened, standard_ref: str, prompt: str = "how") -> Narrative:
    """The row of one narrative."""
    return Narrative.objects.get(unit_return_id=opened.return_id, standard__ref=standard_ref, prompt=prompt)


def rate(opened: Opened, ref: str, level: str = "met", *, by: Viewer | None = None, at: datetime = AT, **texts: str) -> SavedAnswer:
    """Save an answer from the version that stands: by the lead unless told otherwise."""
    version = answer_of(opened, ref).version
    return save_answer(by or opened.lead, opened.return_id, ref, AnswerText(level=level, **texts), version=version, at=at)


def answer_everything(opened: Opened, level: str = "met", *, at: datetime = AT, **texts: Any) -> None:
    """Give every asked statement the same answer."""
    for ref in Answer.objects.filter(unit_return_id=opened.return_id).values_list("statement__ref", flat=True):
        rate(opened, ref, level, at=at, **texts)


def ask(opened: Opened, *, at: datetime = AT) -> None:
    """Ask the signatory to approve the return."""
    ask_sign_off(opened.lead, opened.return_id, membership_id(opened.signatory, Role.SIGNATORY, opened.unit), at=at)


def membership_id(viewer: Viewer, role: Role, unit: Unit) -> int:
    """The membership that a viewer holds in a unit now."""
    return int(unit.memberships.get(person_id=viewer.person_id, role=role, ended_at__isnull=True).pk)


def read_by(signatory: Viewer, return_id: int) -> str:
    """The hash of what a signatory's page shows them now; empty for who sees no such return."""
    try:
        return frozen(draft(signatory, return_head(signatory, return_id))).signed_hash
    except Absent:
        return ""


def sign(opened: Opened, *, at: datetime = AT) -> None:
    """Ask for sign-off, and give it."""
    ask(opened, at=at)
    approve_return(opened.signatory, opened.return_id, read=read_by(opened.signatory, opened.return_id), job_title="Headteacher", at=at)


def sign_and_submit(opened: Opened, *, at: datetime = AT) -> str:
    """Ask for sign-off, give it, submit; the receipt's reference."""
    sign(opened, at=at)
    return submit_return(opened.lead, opened.return_id, at=at)


@remembered
def submitted_return(**given: Any) -> tuple[Opened, str]:
    """A return that says `met` everywhere and was submitted, with its receipt's reference."""
    opened = open_return(**given)
    answer_everything(opened)
    return opened, sign_and_submit(opened)


def make_reference(opened: Opened, title: str = "Staff handbook") -> int:
    """A piece of evidence of the unit that says where it is kept; its id."""
    return add_evidence(opened.lead, opened.unit.pk, kind="reference", title=title, where="In the office", at=AT)


def recount(opened: Opened) -> int:
    """How many of the return's statements have an answer, counted anew: a level, or their whole standard marked."""
    marked = set(StandardMark.objects.filter(unit_return_id=opened.return_id).values_list("standard_id", flat=True))
    form = Invitation.objects.values_list("form", flat=True).get(pk=opened.invitation.pk)
    rows = Answer.objects.filter(unit_return_id=opened.return_id)
    if form == "review":
        rows = rows.filter(Q(level__isnull=False) | Q(last_level__isnull=False) | Q(carried=True))
    told = rows.values_list("level_id", "carried", "statement__standard_id")
    return sum(standard in marked or (level is not None and not carried) for level, carried, standard in told)


def counted(opened: Opened) -> int:
    """How many the invitation says have an answer."""
    return Invitation.objects.values_list("answered", flat=True).get(pk=opened.invitation.pk)
