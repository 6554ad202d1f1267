"""Rate the evidence behind the answers of a standard."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import EvidenceRating
from section11.challenge.queries.latest import locked_latest
from section11.challenge.queries.reviewer_parts import refuse_outside_remit
from section11.challenge.vocabulary import EVIDENCE_STRENGTH_WORDS, EvidenceStrength
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from section11.returns.models import SubmittedAnswer


@dataclass(frozen=True, slots=True)
class RatedEvidence:
    """How strong the evidence behind one answer is, and the version of the rating it started from (0: there was none)."""

    strength: str
    version: int = 0


def rate_evidence(viewer: Viewer, reference: str, standard_ref: str, rated: Mapping[str, RatedEvidence], *, at: datetime) -> int:
    """Rate the evidence behind answers (by statement ref) of a standard of a latest submission: officers and reviewers may.

    Never of their own organisation's, and a reviewer in what was given to them only. Gives how many ratings changed.
    """
    with transaction.atomic():
        latest = locked_latest(viewer, reference)
        refuse_outside_remit(viewer, latest.invitation_id, standard_ref)
        asked = _asked(latest.submission_id, standard_ref)
        _check(rated, asked)
        stands = {one.statement_id: one for one in EvidenceRating.objects.filter(submission=latest.submission_id)}
        changed = {ref: one for ref, one in rated.items() if _stands(stands.get(asked[ref])) != one.strength}
        _refuse_lost(changed, {ref: stands.get(asked[ref]) for ref in changed})
        for ref, one in changed.items():
            EvidenceRating.objects.update_or_create(
                submission_id=latest.submission_id,
                statement_id=asked[ref],
                defaults={
                    "strength": one.strength,
                    "version": one.version + 1,
                    "rated_at": at,
                    "rated_by": viewer.person_ref,
                    "rated_by_name": viewer.name,
                },
            )
        if changed:
            record_event(
                f"partnership:{latest.partnership_id}",
                verb="rated-evidence",
                actor=viewer.person_ref,
                subject=f"submission:{latest.submission_id}",
                at=at,
                details={"strength": {ref: one.strength for ref, one in changed.items()}},
            )
    return len(changed)


def _asked(submission_id: int, standard_ref: str) -> dict[str, int]:
    rows = SubmittedAnswer.objects.filter(submission_id=submission_id, statement__standard__ref=standard_ref)
    return dict(rows.values_list("statement__ref", "statement_id"))


def _check(rated: Mapping[str, RatedEvidence], asked: Mapping[str, int]) -> None:
    if not asked or not set(rated) <= set(asked):
        raise Absent
    wrong = [ref for ref, one in rated.items() if one.strength not in set(EvidenceStrength)]
    if wrong:
        raise Refused({f"strength-{ref}": f"Choose how strong the evidence for {ref} is" for ref in wrong})


def _stands(rating: EvidenceRating | None) -> str:
    return rating.strength if rating else ""


def _refuse_lost(changed: Mapping[str, RatedEvidence], stands: Mapping[str, EvidenceRating | None]) -> None:
    """Somebody else rated in between: nothing is saved, and both ratings are told."""
    lost = {ref: rating for ref, rating in stands.items() if rating and rating.version != changed[ref].version}
    if lost:
        raise Conflict(
            version=max(rating.version for rating in lost.values()),
            mine={ref: EVIDENCE_STRENGTH_WORDS[EvidenceStrength(changed[ref].strength)] for ref in lost},
            theirs={ref: EVIDENCE_STRENGTH_WORDS[EvidenceStrength(rating.strength)] for ref, rating in lost.items()},
            by=next(rating.rated_by_name for rating in lost.values()),
        )
