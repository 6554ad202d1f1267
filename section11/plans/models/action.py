from django.db import models

from section11.activity.models import AppendOnly
from section11.cycles.models import Invitation
from section11.directory.models import Partnership, Unit
from section11.evidence.models import EvidenceItem
from section11.lib.refs import ref
from section11.plans.vocabulary import ACTION_STATE_WORDS, RAG_WORDS, UPDATE_KIND_WORDS, ActionState
from section11.standards.models import Statement


class Action(models.Model):
    """One action of a unit's improvement plan. It outlives the return that raised it.

    `origin` is a reference to what raised it (`return:12`, `challenge:4`, `recommendation:3`); `statement` is what it
    improves. `only_for`: raised by one partnership's challenge, unseen by every other.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    origin = models.CharField(max_length=80)
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="+", null=True, blank=True)
    only_for = models.ForeignKey(Invitation, models.PROTECT, related_name="+", null=True, blank=True)
    what = models.TextField(blank=True)
    how = models.TextField(blank=True)
    who = models.CharField(max_length=200, blank=True)
    due = models.DateField(null=True, blank=True)
    progress = models.TextField(blank=True)
    rag = models.CharField(max_length=6, choices=[(r.value, w) for r, w in RAG_WORDS.items()], blank=True)
    wants_help = models.BooleanField(default=False)  # "we would like help": an answer in tiny bodies
    help_wanted = models.TextField(blank=True)  # what support the organisation asks the partnership for
    help_asked_at = models.DateTimeField(null=True, blank=True)
    help_reply = models.TextField(blank=True)
    help_replied_at = models.DateTimeField(null=True, blank=True)
    help_replied_by_name = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=[(s.value, w) for s, w in ACTION_STATE_WORDS.items()], default=ActionState.OPEN.value)
    done_at = models.DateTimeField(null=True, blank=True)
    done_note = models.TextField(blank=True)  # what was done, and who was better off
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by_name = models.CharField(max_length=200, blank=True)
    reopened_reason = models.TextField(blank=True)  # the latest
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


class ActionShare(AppendOnly):
    """The partnership that invited by `invitation` follows this action: it stood in a submission to it, or it raised it."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="shares")
    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="+")
    shared_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["action", "invitation"], name="one_share_an_action_and_invitation")]
        indexes = [models.Index(fields=["invitation", "action"])]

    def __str__(self) -> str:
        return f"action {self.action_id} shared"


class ActionUpdate(AppendOnly):
    """How an action stood at one moment: who said what about it. `partnership`: which one said so (none: the organisation)."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="updates")
    kind = models.CharField(max_length=10, choices=[(k.value, w) for k, w in UPDATE_KIND_WORDS.items()])
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+", null=True, blank=True)
    state = models.CharField(max_length=10, choices=[(s.value, w) for s, w in ACTION_STATE_WORDS.items()])
    rag = models.CharField(max_length=6, choices=[(r.value, w) for r, w in RAG_WORDS.items()], blank=True)
    due = models.DateField(null=True, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"update of {self.action_id}"


class ActionEvidence(models.Model):
    """A piece of evidence that shows an action is done."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="citations")
    item = models.ForeignKey(EvidenceItem, models.PROTECT, related_name="+")
    cited_at = models.DateTimeField()
    cited_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["action", "item"], name="cited_once_an_action")]

    def __str__(self) -> str:
        return f"action {self.action_id} cites {self.item_id}"
