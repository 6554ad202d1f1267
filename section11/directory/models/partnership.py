from django.db import models

from section11.directory.vocabulary import SECTOR_KIND_WORDS, PartnershipKind, SectorKind
from section11.lib.refs import ref


class Partnership(models.Model):
    """A children's partnership, adults' board or joint one. Every audit, invitation and figure belongs to one."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in PartnershipKind])
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    takes_files = models.BooleanField(default=True)  # whether evidence may be uploaded at all
    takes_registrations = models.BooleanField(default=True)
    own_sentence = models.TextField(blank=True)  # what this partnership adds about the duty
    controller_contact = models.TextField(blank=True)  # for the privacy page, as the next two: who answers for the data, and how to ask
    lawful_basis = models.TextField(blank=True)  # why it may use it
    retention_sentence = models.TextField(blank=True)  # how long it keeps what
    version = models.PositiveIntegerField(default=1)
    edited_by_name = models.CharField(max_length=200, blank=True)
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def ref(self) -> str:
        """`partnership:<id>`, also the name of its activity stream."""
        return ref("partnership", self.pk)


class Sector(models.Model):
    """One of a partnership's own sectors, mapped to the fixed kind that guidance is written for."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="sectors")
    key = models.SlugField(max_length=60)
    label = models.CharField(max_length=100)
    kind = models.CharField(max_length=20, choices=[(k.value, w) for k, w in SECTOR_KIND_WORDS.items()])
    order = models.PositiveIntegerField(default=0)
    listed = models.BooleanField(default=True)  # named in the cycle file's `sectors`; false when the key is itself a kind
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["partnership", "order", "key"]
        constraints = [models.UniqueConstraint(fields=["partnership", "key"], name="one_sector_a_key")]

    def __str__(self) -> str:
        return self.label

    @property
    def sector_kind(self) -> SectorKind:
        """The kind as a word of the vocabulary."""
        return SectorKind(self.kind)
