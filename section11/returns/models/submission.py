from django.db import models

from section11.activity.models import AppendOnly
from section11.cycles.models import Invitation
from section11.evidence.models import EvidenceItem
from section11.lib.refs import ref
from section11.plans.models import Action
from section11.returns.models.return_ import Return
from section11.standards.models import Level, Standard, Statement


class Submission(AppendOnly):
    """The frozen copy that a partnership receives: form, sector, asked statements, ratings, texts and plan."""

    unit_return = models.ForeignKey(Return, models.PROTECT, related_name="submissions")
    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    reference = models.CharField(max_length=20, unique=True)  # what a receipt names
    form = models.CharField(max_length=10)
    sector_key = models.CharField(max_length=60)
    sector_kind = models.CharField(max_length=20)
    submitted_at = models.DateTimeField()
    submitted_by = models.CharField(max_length=200)  # in words: a name or a role
    submitted_by_ref = models.CharField(max_length=80, blank=True)
    signed_by = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)  # of an amendment
    content_hash = models.CharField(max_length=64)
    extra = models.JSONField(default=dict, blank=True)
    part_extras = models.JSONField(default=dict, blank=True)  # `extra` of parts without a row of their own

    class Meta:
        ordering = ["invitation", "number"]
        constraints = [models.UniqueConstraint(fields=["invitation", "number"], name="one_submission_a_number")]

    def __str__(self) -> str:
        return self.reference

    @property
    def ref(self) -> str:
        """`submission:<id>`."""
        return ref("submission", self.pk)


class SubmissionSigns(AppendOnly):
    """What a reader wants to know of a submission before reading it: counted when it was made."""

    submission = models.OneToOneField(Submission, models.PROTECT, related_name="signs")
    with_evidence = models.PositiveIntegerField()  # answers that cite any
    texts = models.PositiveIntegerField()  # comments and narratives with words in them
    texts_unchanged = models.PositiveIntegerField()  # of those, word for word as in the previous return
    levels_changed = models.PositiveIntegerField()  # ratings that differ from the previous return's
    new_lead = models.BooleanField()  # somebody else submitted the previous return

    def __str__(self) -> str:
        return f"signs of {self.submission_id}"


class Withdrawal(AppendOnly):
    """A submission that the organisation took back, with its reason. It stays readable and counts nowhere."""

    submission = models.OneToOneField(Submission, models.PROTECT, related_name="withdrawal")
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=80)
    by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"withdrawal of {self.submission_id}"


class SubmittedAnswer(AppendOnly):
    """One asked statement of a submission; `level` empty = unanswered."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="answers")
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="+")
    level = models.ForeignKey(Level, models.PROTECT, related_name="+", null=True, blank=True)
    comment = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    no_action_reason = models.TextField(blank=True)
    see = models.ForeignKey(Statement, models.PROTECT, related_name="+", null=True, blank=True)
    carried = models.BooleanField(default=False)  # last time's level, confirmed as it was
    has_action = models.BooleanField(default=False)  # an action with what, who and by when
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["submission", "statement__order"]
        constraints = [models.UniqueConstraint(fields=["submission", "statement"], name="one_submitted_answer_a_statement")]
        indexes = [models.Index(fields=["statement", "level"])]

    def __str__(self) -> str:
        return f"submitted answer {self.pk}"


class SubmittedEvidence(AppendOnly):
    """A piece of evidence as cited in a submission."""

    answer = models.ForeignKey(SubmittedAnswer, models.PROTECT, related_name="evidence")
    order = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    where = models.TextField(blank=True)
    item = models.ForeignKey(EvidenceItem, models.PROTECT, related_name="+", null=True, blank=True)
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["answer", "order"]

    def __str__(self) -> str:
        return self.title


class SubmittedNarrative(AppendOnly):
    """A narrative as submitted (`standard` empty: the review form's own)."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="narratives")
    standard = models.ForeignKey(Standard, models.PROTECT, related_name="+", null=True, blank=True)
    prompt = models.SlugField(max_length=40)
    text = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["submission", "standard", "prompt"], name="one_submitted_narrative_a_prompt"),
            models.UniqueConstraint(
                fields=["submission", "prompt"], condition=models.Q(standard__isnull=True), name="one_submitted_review_narrative"
            ),
        ]

    def __str__(self) -> str:
        return f"submitted narrative {self.pk}"


class SubmittedAction(AppendOnly):
    """An action of the plan as it stood at submission. `action`: the one that lives on; an older audit that was brought in has none."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="actions")
    order = models.PositiveIntegerField()
    action = models.ForeignKey(Action, models.PROTECT, related_name="+", null=True, blank=True)
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="+", null=True, blank=True)
    what = models.TextField(blank=True)
    how = models.TextField(blank=True)
    who = models.CharField(max_length=200, blank=True)
    due = models.DateField(null=True, blank=True)
    rag = models.CharField(max_length=6, blank=True)
    progress = models.TextField(blank=True)
    wants_help = models.BooleanField(default=False)
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["submission", "order"]

    def __str__(self) -> str:
        return self.what


class StandardCount(AppendOnly):
    """How many of a submission's statements under a standard have this level (empty: unanswered)."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="counts")
    standard = models.ForeignKey(Standard, models.PROTECT, related_name="+")
    level = models.ForeignKey(Level, models.PROTECT, related_name="+", null=True, blank=True)
    count = models.PositiveIntegerField()

    class Meta:
        ordering = ["submission", "standard__order"]

    def __str__(self) -> str:
        return f"{self.count}"
