"""Give a standard of a return its grade."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import GradeLevel, StandardGrade
from section11.challenge.queries.judged import standard_of
from section11.challenge.queries.latest import locked_latest
from section11.challenge.queries.reviewer_parts import refuse_outside_remit
from section11.challenge.rules.judging import grade_problems
from section11.cycles.models import Invitation
from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text

NOT_GRADED = "This audit is not graded. An officer can switch grading on"


def grade_standard(viewer: Viewer, reference: str, standard_ref: str, grade: str, reasons: str, *, version: int, at: datetime) -> int:
    """Give a standard of a latest submission a grade (a key of the cycle's scale) with reasons: officers and reviewers may.

    Never of their own organisation's, and a reviewer in what was given to them only. `version` is that of the grade they saw,
    0 where there was none. Gives the new one. The organisation learns of it by its letter only.
    """
    reasons = clean_text(reasons)
    with transaction.atomic():
        latest = locked_latest(viewer, reference)
        standard = standard_of(latest.submission_id, standard_ref)
        refuse_outside_remit(viewer, latest.invitation_id, standard_ref)
        cycle = Invitation.objects.values_list("cycle_id", flat=True).get(pk=latest.invitation_id)
        scale = {
            one.key: one for one in GradeLevel.objects.select_for_update(no_key=True).filter(cycle=cycle).order_by("order")
        }  # cannot change now
        if not scale:
            raise Refused(NOT_GRADED)
        if problems := grade_problems(grade, reasons, scale):
            raise Refused(problems)
        stands = StandardGrade.objects.filter(invitation=latest.invitation_id, standard=standard).select_related("grade").first()
        if stands and (stands.grade.key, stands.reasons, stands.submission_id) == (grade, reasons, latest.submission_id):
            return stands.version
        if (stands.version if stands else 0) != version:
            theirs = {"grade": stands.grade.label, "reasons": stands.reasons} if stands else {"grade": "", "reasons": ""}
            raise Conflict(
                version=stands.version if stands else 0,
                mine={"grade": scale[grade].label, "reasons": reasons},
                theirs=theirs,
                by=stands.graded_by_name if stands else "",
            )
        StandardGrade.objects.update_or_create(
            invitation_id=latest.invitation_id,
            standard=standard,
            defaults={
                "submission_id": latest.submission_id,
                "grade": scale[grade],
                "reasons": reasons,
                "version": version + 1,
                "graded_at": at,
                "graded_by": viewer.person_ref,
                "graded_by_name": viewer.name,
            },
        )
        record_event(
            f"partnership:{latest.partnership_id}",
            verb="graded-standard",
            actor=viewer.person_ref,
            subject=f"invitation:{latest.invitation_id}",
            at=at,
            details={"standard": standard_ref, "grade": grade, "submission": f"submission:{latest.submission_id}"},
        )
    return version + 1
