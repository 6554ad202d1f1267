"""What reviewers make of returns: marks of good practice, recommendations and grades, in any state."""

from section11.activity.models import ActivityEvent
from section11.challenge.models import GoodPractice, Recommendation
from section11.challenge.operations.agree_to_share import agree_to_share
from section11.challenge.operations.answer_recommendation import answer_recommendation
from section11.challenge.operations.ask_consent import ask_consent
from section11.challenge.operations.decline_to_share import decline_to_share
from section11.challenge.operations.give_recommendation import give_recommendation
from section11.challenge.operations.grade_standard import grade_standard
from section11.challenge.operations.mark_good_practice import mark_good_practice
from section11.challenge.operations.set_grades import set_grades
from section11.challenge.operations.take_up_recommendation import take_up_recommendation
from section11.challenge.operations.write_recommendation import write_recommendation
from section11.challenge.vocabulary import STARTER_GRADES, GoodPracticeState, RecommendationState
from section11.cycles.models import Cycle
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from tests.factories.directory import make_membership, make_viewer
from tests.factories.returns import ACTION, AT, Opened


def make_practice(
    opened: Opened, reference: str, state: GoodPracticeState = GoodPracticeState.MARKED, *, text: str = "A child chairs the panel."
) -> GoodPractice:
    """Good practice in standard 1 of a submission, moved on to that state by the operations that do."""
    row = GoodPractice.objects.get(pk=mark_good_practice(opened.officer, reference, "1", text, at=AT))
    if state != GoodPracticeState.MARKED:
        ask_consent(opened.officer, row.pk, version=row.version, at=AT)
    if state == GoodPracticeState.AGREED:
        agree_to_share(opened.lead, row.pk, at=AT)
    if state == GoodPracticeState.DECLINED:
        decline_to_share(opened.lead, row.pk, at=AT)
    row.refresh_from_db()
    return row


def make_recommendation(
    opened: Opened,
    reference: str,
    state: RecommendationState = RecommendationState.DRAFT,
    *,
    text: str = "Ask children what changed.",
    standard_ref: str = "1",
) -> Recommendation:
    """A recommendation on a submission, moved on to that state by the operations that do."""
    row = Recommendation.objects.get(pk=write_recommendation(opened.officer, reference, text, standard_ref=standard_ref, at=AT))
    if state != RecommendationState.DRAFT:
        give_recommendation(opened.officer, row.pk, version=row.version, at=AT)
        row.refresh_from_db()
    if state == RecommendationState.TAKEN_UP:
        take_up_recommendation(opened.lead, row.pk, ACTION, at=AT)
    if state == RecommendationState.ANSWERED:
        answer_recommendation(opened.lead, row.pk, "We did so in May.", version=row.version, at=AT)
    row.refresh_from_db()
    return row


def switch_grading_on(opened: Opened) -> None:
    """Give the cycle the starter's grades."""
    version = Cycle.objects.values_list("version", flat=True).get(pk=opened.cycle.pk)
    set_grades(opened.officer, opened.cycle.slug, [label for _, label in STARTER_GRADES], version=version, at=AT)


def make_grade(opened: Opened, reference: str, grade: str = "good", standard_ref: str = "1") -> None:
    """Grade a standard, with grading switched on."""
    switch_grading_on(opened)
    grade_standard(opened.officer, reference, standard_ref, grade, "They show what changed.", version=0, at=AT)


def colleague_of(opened: Opened, role: Role = Role.REVIEWER) -> Viewer:
    """Somebody on the partnership's side who also belongs to the organisation, by a declared home or a role there."""
    viewer = make_viewer(role, of=opened.cycle.partnership)
    make_membership(role=Role.CONTRIBUTOR, of=opened.unit, person=opened.unit.memberships.model.objects.get(person=viewer.person_id).person)
    return viewer


def verbs(stream: str) -> list[str]:
    """What a stream tells, in order."""
    return list(ActivityEvent.objects.filter(stream__ref=stream).order_by("number").values_list("verb", flat=True))
