"""Write a recommendation to an organisation."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import Recommendation
from section11.challenge.queries.judged import standard_of
from section11.challenge.queries.latest import locked_latest
from section11.challenge.queries.reviewer_parts import refuse_outside_remit
from section11.challenge.rules.judging import recommendation_problems
from section11.challenge.vocabulary import RecommendationState
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def write_recommendation(viewer: Viewer, reference: str, text: str, *, standard_ref: str = "", at: datetime) -> int:
    """Write what is recommended after a latest submission, on a standard or on the whole return: officers and reviewers may.

    Never to their own organisation, and a reviewer in what was given to them only. The organisation sees it once it is given.
    The same text twice is one. Gives its id.
    """
    text = clean_text(text)
    with transaction.atomic():
        latest = locked_latest(viewer, reference)
        standard = standard_of(latest.submission_id, standard_ref) if standard_ref else None
        refuse_outside_remit(viewer, latest.invitation_id, standard_ref or None)
        if problems := recommendation_problems(text):
            raise Refused(problems)
        same = Recommendation.objects.filter(invitation=latest.invitation_id, standard=standard, text=text, state=RecommendationState.DRAFT)
        again = same.values_list("pk", flat=True).first()
        if again:
            return again
        made = Recommendation.objects.create(
            invitation_id=latest.invitation_id,
            standard=standard,
            text=text,
            written_at=at,
            written_by=viewer.person_ref,
            written_by_name=viewer.name,
        )
        record_event(
            f"partnership:{latest.partnership_id}",
            verb="wrote-recommendation",
            actor=viewer.person_ref,
            subject=made.ref,
            at=at,
            details={"invitation": f"invitation:{latest.invitation_id}", "standard": standard_ref},
        )
    return made.pk
