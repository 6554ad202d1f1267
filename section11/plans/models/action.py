from django.db import models

from section11.directory.models import Unit
from section11.lib.refs import ref
from section11.plans.vocabulary import RAG_WORDS, ActionState
from section11.standards.models import Statement


class Action(models.Model):
    """One action of a unit's improvement plan. It outlives the return that raised it.

    `origin` is a reference to what raised it (`return:12`, later `challenge:4`); `statement` is what it improves.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    origin = models.CharField(max_length=80)
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="+", null=True, blank=True)
    what = models.TextField(blank=True)
    how = models.TextField(blank=True)
    who = models.CharField(max_length=200, blank=True)
    due = models.DateField(null=True, blank=True)
    progress = models.TextField(blank=True)
    rag = models.CharField(max_length=6, choices=[(r.value, w) for r, w in RAG_WORDS.items()], blank=True)
    wants_help = models.BooleanField(default=False)  # "we would like help": an answer in tiny bodies
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in ActionState], default=ActionState.OPEN.value)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=80)
    updated_at = models.DateTimeField()
    updated_by_name = models.CharField(max_length=200)
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["due", "pk"]
        indexes = [models.Index(fields=["unit", "origin"])]

    def __str__(self) -> str:
        return self.what

    @property
    def ref(self) -> str:
        """`action:<id>`."""
        return ref("action", self.pk)
