"""What the draft of a letter is made of: the latest submission with its agreed levels, and all that was noted about it."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from section11.challenge.models import GradeLevel, Panel, PanelSlot, Recommendation, StandardGrade, SupportConversation
from section11.challenge.queries.noted import Noted, noted
from section11.challenge.rules.letter_text import Differs, LetterFacts, StillOpen
from section11.challenge.vocabulary import ChallengeState, RecommendationState, SlotOutcome, SupportState
from section11.cycles.models import Band, Invitation
from section11.cycles.rules.standing import who_words
from section11.directory.queries.due_emails import asker_of
from section11.lib.clock import london_date
from section11.lib.viewer import Viewer
from section11.returns.queries.submission_view import AnswerLine, StandardPart, SubmissionView, submission
from section11.standards.rules.content import LevelContent
from section11.standards.vocabulary import LevelClass

RATED = (LevelClass.MET, LevelClass.PARTIAL, LevelClass.UNMET)


def letter_facts(viewer: Viewer, invitation: Invitation, reference: str, slot: PanelSlot | None) -> LetterFacts:
    """For an invitation of the viewer's partnership and its latest submission; `slot` is its time at a panel that was held."""
    view, beside = submission(viewer, reference), noted(viewer, invitation.pk)
    counted = [level for standard in view.standards for answer in standard.answers if (level := _counts(answer, view, beside)) is not None]
    rated = [level for level in counted if level.level_class in RATED]
    met = sum(level.level_class == LevelClass.MET for level in rated)
    partnership = asker_of(invitation.cycle.partnership)
    support = SupportConversation.objects.filter(invitation=invitation).exclude(state=SupportState.CLOSED).first()
    panel_on = Panel.objects.values_list("held_on", flat=True).get(pk=slot.panel_id) if slot else None
    return LetterFacts(
        who=who_words(invitation.participation.name, invitation.unit.name),
        partnership=partnership.name,
        contact=" or ".join(part for part in (partnership.email, partnership.phone) if part) or partnership.name,
        cycle=invitation.cycle.title,
        submission_number=view.head.number,
        submitted_on=london_date(view.head.submitted_at),
        met=met,
        rated=len(rated),
        band=_band(invitation, met, len(rated)),
        outcome=SlotOutcome(slot.outcome) if slot else SlotOutcome.NOT_SET,
        outcome_note=slot.outcome_note if slot else "",
        panel_on=panel_on,
        strong=tuple(f"{s.ref}. {s.title}" for s in view.standards if _is_strong(s, view, beside)),
        graded=tuple(_good_grades(invitation)),
        differs=tuple(_differing(view, beside)),
        still_open=tuple(_still_open(beside)),
        recommendations=tuple(_recommended(invitation)),
        support_on=support.agreed_for if support and support.state == SupportState.AGREED else None,
        support_with=support.with_whom if support else "",
        support_wanted=support is not None and support.state == SupportState.NEEDED,
    )


def _counts(answer: AnswerLine, view: SubmissionView, beside: Noted) -> LevelContent | None:
    """The level that counts: the agreed one as long as it stands, else the one that was given."""
    after = beside.agreed.get(answer.ref)
    if after is None or after.is_lapsed(answer.level.key if answer.level else ""):
        return answer.level
    return next((level for level in view.levels if level.key == after.level_key), answer.level)


def _is_strong(standard: StandardPart, view: SubmissionView, beside: Noted) -> bool:
    levels = [_counts(answer, view, beside) for answer in standard.answers]
    rated = [level for level in levels if level is None or level.level_class in RATED]
    return bool(rated) and all(level is not None and level.level_class == LevelClass.MET for level in rated)


def _band(invitation: Invitation, met: int, rated: int) -> str:
    if not rated:
        return ""
    share = Fraction(met, rated) * 100
    bands = Band.objects.filter(cycle=invitation.cycle_id).order_by("-at_least").values_list("at_least", "label")
    return next((label for at_least, label in bands if share >= Fraction(at_least)), "")


def _good_grades(invitation: Invitation) -> Iterable[tuple[str, str]]:
    """The standards in the better half of the grade scale, best first."""
    orders = list(GradeLevel.objects.filter(cycle=invitation.cycle_id).order_by("order").values_list("order", flat=True))
    better = orders[: -(-len(orders) // 2)]
    rows = StandardGrade.objects.filter(invitation=invitation, grade__order__in=better).order_by("grade__order", "standard__order")
    for ref, title, grade in rows.values_list("standard__ref", "standard__title", "grade__label"):
        yield f"{ref}. {title}", grade


def _differing(view: SubmissionView, beside: Noted) -> Iterable[Differs]:
    for standard in view.standards:
        for answer in standard.answers:
            counts, given = _counts(answer, view, beside), answer.level
            if counts is not None and counts != given:
                yield Differs(answer.ref, answer.text, given.label if given else "no answer", counts.label)


def _still_open(beside: Noted) -> Iterable[StillOpen]:
    for one in beside.challenges:
        wanted = date.fromisoformat(one.wanted_by) if one.wanted_by else None
        yield StillOpen(one.number, one.about, one.kind_words, wanted, one.state is ChallengeState.ANSWERED)


def _recommended(invitation: Invitation) -> Iterable[str]:
    told = (RecommendationState.DRAFT, RecommendationState.GIVEN)
    rows = Recommendation.objects.filter(invitation=invitation, state__in=told).order_by("standard__order", "pk")
    for text, ref in rows.values_list("text", "standard__ref"):
        yield f"{text} (standard {ref})" if ref else text
