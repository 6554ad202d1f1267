from django.db import models

from section11.lib.refs import ref


class Organisation(models.Model):
    """Who answers: an agency, school, practice or charity. Its slug is its own address (`/o/<slug>/`)."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def ref(self) -> str:
        """`organisation:<id>`, also the name of its activity stream."""
        return ref("organisation", self.pk)


class Unit(models.Model):
    """A department, service or site that answers for itself. Every organisation has the whole one (slug empty)."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="units")
    slug = models.SlugField(max_length=80, blank=True)
    name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["organisation", "slug"]
        constraints = [models.UniqueConstraint(fields=["organisation", "slug"], name="one_unit_a_slug")]

    def __str__(self) -> str:
        return self.name or "Whole organisation"

    @property
    def is_whole(self) -> bool:
        """Whether this is the organisation as a whole."""
        return self.slug == ""
