from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import F

from section11.cycles.vocabulary import CycleState
from section11.directory.models import Partnership
from section11.lib.errors import Conflict, Refused
from section11.lib.refs import ref
from section11.standards.models import Edition


class Cycle(models.Model):
    """One run of an audit by a partnership, with its dates. Its bands and local statements freeze when it opens."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=200)
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+", null=True, blank=True)
    local_edition = models.ForeignKey(Edition, models.PROTECT, related_name="+", null=True, blank=True)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in CycleState], default=CycleState.DRAFT.value)
    opens = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    rolling = models.BooleanField(default=False)
    default_form = models.CharField(max_length=10, default="full")
    email_subject = models.CharField(max_length=200, blank=True)
    email_body = models.TextField(blank=True)  # plain text
    reminder_subject = models.CharField(max_length=200, blank=True)
    reminder_body = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    extra = models.JSONField(default=dict, blank=True)
    file_extra = models.JSONField(default=dict, blank=True)  # `extra` of the cycle file itself

    class Meta:
        ordering = ["-opens", "-pk"]
        constraints = [models.UniqueConstraint(fields=["partnership", "slug"], name="one_cycle_a_slug")]

    def __str__(self) -> str:
        return self.title

    @property
    def ref(self) -> str:
        """`cycle:<id>`."""
        return ref("cycle", self.pk)

    def change(
        self, version: int, typed: Mapping[str, str], *, in_states: tuple[CycleState, ...] = (CycleState.DRAFT,), **fields: Any
    ) -> None:
        """Save `fields` as the next version, if nobody saved since `version` and the cycle is still in one of these states.

        Otherwise `Refused` (it has moved on) or `Conflict` with what was `typed` and what stands now.
        """
        wanted = Cycle.objects.filter(pk=self.pk, version=version, state__in=in_states)
        if wanted.update(version=F("version") + 1, **fields):
            self.refresh_from_db()
            return
        now = Cycle.objects.get(pk=self.pk)
        if now.state not in in_states:
            raise Refused(
                "This audit is open now, so this part of its set-up can no longer change"
                if now.state == CycleState.OPEN
                else "This audit is closed"
            )
        theirs = {name: str(getattr(now, name, "")) for name in typed}
        raise Conflict(version=now.version, mine=typed, theirs=theirs, by="a colleague")


class Band(models.Model):
    """A partnership's word for a range of met shares, frozen with the cycle. `at_least` is a percentage."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="bands")
    order = models.PositiveIntegerField()
    key = models.SlugField(max_length=40)
    label = models.CharField(max_length=100)
    at_least = models.DecimalField(max_digits=7, decimal_places=4)
    follow_up = models.BooleanField(default=False)
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["cycle", "order"]
        constraints = [models.UniqueConstraint(fields=["cycle", "key"], name="one_band_a_key")]

    def __str__(self) -> str:
        return self.label


class LocalStatement(models.Model):
    """A statement that a partnership adds for one cycle; becomes part of a supplement edition when the cycle opens."""

    cycle = models.ForeignKey(Cycle, models.CASCADE, related_name="local_statements")
    order = models.PositiveIntegerField()
    text = models.TextField()
    guidance = models.TextField(blank=True)
    light = models.BooleanField(default=True)
    must_meet = models.BooleanField(default=False)

    class Meta:
        ordering = ["cycle", "order"]

    def __str__(self) -> str:
        return self.text
