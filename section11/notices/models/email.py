from django.db import models


class Email(models.Model):
    """One email that is due, claimed before it is sent; `about` says once and for all what it is for.

    States: due, claimed, sent, unknown (its fate is not known: never silently repeated), failed.
    """

    about = models.CharField(max_length=200, unique=True)  # `invitation:12`, `receipt:34` …: no second one is made
    kind = models.CharField(max_length=40)
    partnership_ref = models.CharField(max_length=80, blank=True)
    subject_ref = models.CharField(max_length=80, blank=True)  # what it is about: `invitation:12`
    to = models.EmailField()
    to_name = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=300)
    body = models.TextField()
    message_id = models.CharField(max_length=200, unique=True)
    state = models.CharField(max_length=10, default="due")
    problem = models.TextField(blank=True)
    due_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-due_at", "-pk"]
        indexes = [models.Index(fields=["state", "due_at"]), models.Index(fields=["subject_ref"])]

    def __str__(self) -> str:
        return f"{self.kind} to {self.to}"
