from django.db import models

from section11.evidence.models import EvidenceItem
from section11.returns.models.return_ import Return
from section11.standards.models import Level, Statement


class Answer(models.Model):
    """One row per statement asked of a return, made with the return. Every save names the version it started from."""

    unit_return = models.ForeignKey(Return, models.PROTECT, related_name="answers")
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="+")
    level = models.ForeignKey(Level, models.PROTECT, related_name="+", null=True, blank=True)
    comment = models.TextField(blank=True)
    reason = models.TextField(blank=True)  # why this level, where it asks for one
    no_action_reason = models.TextField(blank=True)
    see = models.ForeignKey(Statement, models.PROTECT, related_name="+", null=True, blank=True)  # "see our answer to 3.2"
    carried = models.BooleanField(default=False)  # last time's, not yet confirmed
    last_level = models.ForeignKey(Level, models.PROTECT, related_name="+", null=True, blank=True)  # last time's, if it began with that
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True, blank=True)
    saved_by = models.CharField(max_length=80, blank=True)
    saved_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["statement__order"]
        constraints = [models.UniqueConstraint(fields=["unit_return", "statement"], name="one_answer_a_statement")]

    def __str__(self) -> str:
        return f"answer {self.pk}"


class AnswerEvidence(models.Model):
    """An answer cites a piece of evidence; one piece may be cited by several."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="citations")
    item = models.ForeignKey(EvidenceItem, models.PROTECT, related_name="+")
    cited_at = models.DateTimeField()
    cited_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["answer", "item"], name="cited_once_an_answer")]

    def __str__(self) -> str:
        return f"answer {self.answer_id} cites {self.item_id}"


class AnswerRevision(models.Model):
    """What an answer said: typing is kept as history, coalesced per person per ten minutes."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField()
    level = models.ForeignKey(Level, models.PROTECT, related_name="+", null=True, blank=True)
    comment = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    no_action_reason = models.TextField(blank=True)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=80)
    saved_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["-version"]
        indexes = [models.Index(fields=["answer", "-version"])]

    def __str__(self) -> str:
        return f"answer {self.answer_id} version {self.version}"
