"""One piece of good practice or one recommendation that somebody is about to move on: theirs, or absent. For operations."""

from django.db.models import Exists, OuterRef

from section11.challenge.models import GoodPractice, Recommendation
from section11.challenge.queries.reviewer_parts import refuse_outside_remit
from section11.challenge.vocabulary import GoodPracticeState, RecommendationState
from section11.cycles.models import Invitation
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import SubmittedAnswer
from section11.standards.models import Standard

WHOLE = ("invitation__participation", "invitation__cycle", "invitation__unit", "standard")


def streams_of(invitation: Invitation) -> tuple[str, str]:
    """The activity streams of an invitation: the organisation's and the partnership's. Reads its participation and cycle."""
    return f"organisation:{invitation.participation.organisation_id}", f"partnership:{invitation.cycle.partnership_id}"


def standard_of(submission_id: int, standard_ref: str) -> Standard:
    """The standard of that ref, if the submission was asked any of its statements; else `Absent`."""
    asked = SubmittedAnswer.objects.filter(submission_id=submission_id, statement__standard=OuterRef("pk"))
    found = Standard.objects.filter(Exists(asked), ref=standard_ref).first()
    if found is None:
        raise Absent
    return found


def practice_to_write(viewer: Viewer, good_practice_id: int) -> GoodPractice:
    """What the viewer's partnership marked, if the viewer may write about that standard of that return."""
    found = (
        GoodPractice.objects.filter(pk=good_practice_id, invitation__cycle__partnership=viewer.partnership).select_related(*WHOLE).first()
    )
    if found is None:
        raise Absent
    refuse_outside_remit(viewer, found.invitation_id, found.standard.ref)
    return found


def recommendation_to_write(viewer: Viewer, recommendation_id: int) -> Recommendation:
    """What the viewer's partnership recommends, if the viewer may write about that standard of that return."""
    found = (
        Recommendation.objects.filter(pk=recommendation_id, invitation__cycle__partnership=viewer.partnership)
        .select_related(*WHOLE)
        .first()
    )
    if found is None:
        raise Absent
    refuse_outside_remit(viewer, found.invitation_id, found.standard.ref if found.standard else None)
    return found


def leads_unit(viewer: Viewer) -> Exists:
    """Whether the viewer is a return lead of an invitation's unit, at the address of its organisation."""
    return Exists(
        Membership.objects.filter(
            unit=OuterRef("invitation__unit"),
            unit__organisation=viewer.organisation,
            person=viewer.person_id,
            role=Role.RETURN_LEAD,
            ended_at__isnull=True,
        )
    )


def practice_of_lead(viewer: Viewer, good_practice_id: int) -> GoodPractice:
    """What the viewer's unit was asked to share; `Absent` before it was asked, and to all but its leads."""
    asked = GoodPractice.objects.exclude(state=GoodPracticeState.MARKED).select_related(*WHOLE)
    found = asked.filter(leads_unit(viewer), pk=good_practice_id).first()
    if found is None:
        raise Absent
    return found


def recommendation_of_lead(viewer: Viewer, recommendation_id: int) -> Recommendation:
    """A recommendation given to the viewer's unit; `Absent` before it was given, and to all but its leads."""
    given = Recommendation.objects.exclude(state=RecommendationState.DRAFT).select_related(*WHOLE)
    found = given.filter(leads_unit(viewer), pk=recommendation_id).first()
    if found is None:
        raise Absent
    return found
