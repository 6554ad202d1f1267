from django.db import models

from section11.activity.models import AppendOnly
from section11.standards.models.edition import Edition
from section11.standards.vocabulary import Audience


class Standard(AppendOnly):
    """A requirement: a group of statements with one key question."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="standards")
    order = models.PositiveIntegerField()
    ref = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    question = models.TextField(blank=True)

    class Meta:
        ordering = ["edition", "order"]
        constraints = [models.UniqueConstraint(fields=["edition", "ref"], name="one_standard_a_ref")]

    def __str__(self) -> str:
        return f"{self.ref} {self.title}"


class Statement(AppendOnly):
    """One thing under a standard that is rated. `key` is stable across editions."""

    standard = models.ForeignKey(Standard, models.PROTECT, related_name="statements")
    order = models.PositiveIntegerField()  # through the whole edition
    ref = models.CharField(max_length=20)
    key = models.SlugField(max_length=100)
    text = models.TextField()
    light = models.BooleanField(default=False)
    tiny = models.BooleanField(default=False)
    must_meet = models.BooleanField(default=False)
    audience = models.CharField(max_length=10, choices=[(a.value, a.value) for a in Audience], default=Audience.CHILDREN.value)
    not_for = models.JSONField(default=list)  # sector kinds
    only_for = models.JSONField(default=list)  # sector kinds; empty = all

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["standard", "ref"], name="one_statement_a_ref"),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.text}"


class Wording(AppendOnly):
    """What one statement means to one kind of reader: `sector_kind` empty is everybody's."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="wordings")
    sector_kind = models.CharField(max_length=20, blank=True)
    guidance = models.TextField(blank=True)
    looks_like = models.JSONField(default=dict)  # level key -> what it looks like
    evidence_examples = models.JSONField(default=list)
    impact = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["statement", "sector_kind"], name="one_wording_a_kind")]

    def __str__(self) -> str:
        return f"{self.statement_id} {self.sector_kind}"


class Prompt(AppendOnly):
    """A narrative asked once per standard, in the forms named (empty = full and light)."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="prompts")
    order = models.PositiveIntegerField()
    key = models.SlugField(max_length=40)
    label = models.CharField(max_length=300)
    forms = models.JSONField(default=list)

    class Meta:
        ordering = ["edition", "order"]
        constraints = [models.UniqueConstraint(fields=["edition", "key"], name="one_prompt_a_key")]

    def __str__(self) -> str:
        return self.label
