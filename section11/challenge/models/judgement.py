"""What a reviewer makes of a return: of its evidence, its standards, what is worth sharing and what should change."""

from django.db import models

from section11.challenge.vocabulary import (
    EVIDENCE_STRENGTH_WORDS,
    GOOD_PRACTICE_STATE_WORDS,
    RECOMMENDATION_STATE_WORDS,
    GoodPracticeState,
    RecommendationState,
)
from section11.cycles.models import Cycle, Invitation
from section11.lib.refs import ref
from section11.returns.models import Submission
from section11.standards.models import Standard, Statement


class EvidenceRating(models.Model):
    """How strong the evidence behind one answer of a submission is."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="+")
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="+")
    strength = models.CharField(max_length=10, choices=[(s.value, w) for s, w in EVIDENCE_STRENGTH_WORDS.items()])
    version = models.PositiveIntegerField(default=1)
    rated_at = models.DateTimeField()
    rated_by = models.CharField(max_length=80)
    rated_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["submission", "statement"], name="one_evidence_rating_a_statement")]

    def __str__(self) -> str:
        return self.strength


class GradeLevel(models.Model):
    """One grade of the scale a partnership switched on for a cycle. A cycle without any is not graded."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="+")
    order = models.PositiveIntegerField()
    key = models.SlugField(max_length=40)
    label = models.CharField(max_length=100)

    class Meta:
        ordering = ["cycle", "order"]
        constraints = [models.UniqueConstraint(fields=["cycle", "key"], name="one_grade_a_key")]

    def __str__(self) -> str:
        return self.label


class StandardGrade(models.Model):
    """A standard's overall judgement, with its reasons. `submission` is the one it was given on."""

    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="+")
    standard = models.ForeignKey(Standard, models.PROTECT, related_name="+")
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="+")
    grade = models.ForeignKey(GradeLevel, models.PROTECT, related_name="+")
    reasons = models.TextField()
    version = models.PositiveIntegerField(default=1)
    graded_at = models.DateTimeField()
    graded_by = models.CharField(max_length=80)
    graded_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["invitation", "standard"], name="one_grade_a_standard")]

    def __str__(self) -> str:
        return f"grade {self.grade_id}"


class GoodPractice(models.Model):
    """Something worth sharing; other organisations see it only once this one has agreed."""

    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="+")
    standard = models.ForeignKey(Standard, models.PROTECT, related_name="+")
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="+", null=True, blank=True)
    text = models.TextField()  # as it would be shared
    state = models.CharField(
        max_length=10, choices=[(s.value, w) for s, w in GOOD_PRACTICE_STATE_WORDS.items()], default=GoodPracticeState.MARKED.value
    )
    version = models.PositiveIntegerField(default=1)
    marked_at = models.DateTimeField()
    marked_by = models.CharField(max_length=80)
    marked_by_name = models.CharField(max_length=200)
    asked_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["invitation", "pk"]

    def __str__(self) -> str:
        return f"good practice {self.pk}"

    @property
    def ref(self) -> str:
        """`good-practice:<id>`."""
        return ref("good-practice", self.pk)


class Recommendation(models.Model):
    """What the partnership recommends to an organisation. It may become an action of the plan."""

    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="+")
    standard = models.ForeignKey(Standard, models.PROTECT, related_name="+", null=True, blank=True)
    text = models.TextField()
    state = models.CharField(
        max_length=10, choices=[(s.value, w) for s, w in RECOMMENDATION_STATE_WORDS.items()], default=RecommendationState.DRAFT.value
    )
    version = models.PositiveIntegerField(default=1)
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=80)
    written_by_name = models.CharField(max_length=200)
    given_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)  # why no action
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["invitation", "pk"]

    def __str__(self) -> str:
        return f"recommendation {self.pk}"

    @property
    def ref(self) -> str:
        """`recommendation:<id>`, the origin of an action made of it."""
        return ref("recommendation", self.pk)
