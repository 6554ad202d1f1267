from django.db import models


class InvitationUpload(models.Model):
    """An invitation sheet on its way in: checked first, shown, and kept only when the officer says so.

    `rows` holds the parsed rows with what each will do; `problems` every fault with its row. Both JSON lists.
    """

    cycle = models.ForeignKey("cycles.Cycle", models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, default="waiting")  # waiting, checking, checked, refused, applying, applied, failed
    file_name = models.CharField(max_length=200)
    file = models.FileField(upload_to="uploads/%Y", max_length=200)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    rows = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.CharField(max_length=80)
    uploaded_by_name = models.CharField(max_length=200)
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name
