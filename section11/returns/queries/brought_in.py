"""The answers of a return that came in from a file: it has no living ones, and what was sent is all there is."""

from collections import defaultdict
from collections.abc import Mapping

from django.db.models import F, OuterRef, QuerySet, Subquery

from section11.lib.viewer import Viewer
from section11.plans.queries import PlannedAction
from section11.plans.rules import ActionText
from section11.returns.models import ReturnInvitation, SubmittedAction, SubmittedAnswer, SubmittedEvidence, SubmittedNarrative
from section11.returns.queries.content import asked_content
from section11.returns.queries.draft import CitedEvidence, Draft, DraftAnswer, DraftNarrative, draft
from section11.returns.queries.head import ReturnHead
from section11.standards.vocabulary import REVIEW_SECTION


def draft_to_read(viewer: Viewer, head: ReturnHead, *, standard_ref: str = "", with_evidence: bool = True) -> Draft:
    """As `draft`; of a return that came in from a file, what was sent."""
    if not (head.is_brought_in and head.was_submitted):
        return draft(viewer, head, standard_ref=standard_ref, with_evidence=with_evidence)
    actions = _actions(head)
    return Draft(
        head=head,
        content=asked_content(head),
        answers=_answers(head, actions, with_evidence=with_evidence),
        narratives=_narratives(head),
        actions=tuple(one for some in actions.values() for one in some),
        is_brought_in=True,
    )


def _latest(head: ReturnHead) -> QuerySet[ReturnInvitation]:
    return ReturnInvitation.objects.filter(invitation_id=head.invitation_number)


def _actions(head: ReturnHead) -> dict[str, list[PlannedAction]]:
    """By statement ref (empty: of the whole return), as they were sent."""
    actions: defaultdict[str, list[PlannedAction]] = defaultdict(list)
    rows = SubmittedAction.objects.filter(submission__in=_latest(head).values("latest_id")).annotate(ref=F("statement__ref"))
    for a in rows.order_by("order"):
        text = ActionText(a.what, a.how, a.who, a.due, a.progress, a.rag, a.wants_help)
        actions[a.ref or ""].append(PlannedAction(0, a.ref or "", text, 0, head.ref))
    return actions


def _answers(head: ReturnHead, actions: Mapping[str, list[PlannedAction]], *, with_evidence: bool) -> dict[str, DraftAnswer]:
    """By statement ref, as the latest submission has them, with the evidence and actions as they were sent."""
    latest = _latest(head).values("latest_id")
    evidence: defaultdict[int, list[CitedEvidence]] = defaultdict(list)
    cited = SubmittedEvidence.objects.filter(answer__submission__in=latest).order_by("order")
    for e in cited if with_evidence else ():
        evidence[e.answer_id].append(CitedEvidence(e.item_id or 0, e.kind, e.title, e.where, ""))
    saved = Subquery(_latest(head).filter(latest_id=OuterRef("submission_id")).values("latest__submitted_at")[:1])
    rows = SubmittedAnswer.objects.filter(submission__in=latest).annotate(
        ref=F("statement__ref"),
        standard_ref=F("statement__standard__ref"),
        level_key=F("level__key"),
        see_ref=F("see__ref"),
        saved_at=saved,
    )
    return {
        row.ref: DraftAnswer(
            answer_id=0,
            statement_id=row.statement_id,
            standard_ref=row.standard_ref,
            statement_ref=row.ref,
            level=row.level_key or "",
            comment=row.comment,
            reason=row.reason,
            no_action_reason=row.no_action_reason,
            see=row.see_ref or "",
            carried=False,
            last_level="",
            version=0,
            saved_at=row.saved_at,
            saved_by_name="",
            mark_reason=None,
            evidence=tuple(evidence[row.pk]),
            actions=tuple(actions.get(row.ref, ())),
        )
        for row in rows.order_by("statement__order")
    }


def _narratives(head: ReturnHead) -> dict[tuple[str, str], DraftNarrative]:
    """By standard ref and prompt, as the latest submission has them."""
    rows = SubmittedNarrative.objects.filter(submission__in=_latest(head).values("latest_id")).annotate(ref=F("standard__ref"))
    return {
        (n.ref or REVIEW_SECTION, n.prompt): DraftNarrative(
            n.standard_id or 0, n.ref or REVIEW_SECTION, n.prompt, n.text, False, 0, None, ""
        )
        for n in rows
    }
