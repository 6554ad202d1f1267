from django.db import models

from section11.notices.vocabulary import EmailState


class Email(models.Model):
    """One email that is due, claimed before it is sent; `about` says once and for all what it is for."""

    about = models.CharField(max_length=200, unique=True)  # `receipt:34:person:5c…`: no second one is made
    kind = models.CharField(max_length=40)  # a word of EmailKind; no list here, so that a new kind needs no migration
    partnership_ref = models.CharField(max_length=80, blank=True)  # whose officers see it
    subject_ref = models.CharField(max_length=80, blank=True)  # what it is about: `invitation:12`
    to = models.EmailField()
    to_name = models.CharField(max_length=200, blank=True)
    from_name = models.CharField(max_length=200, blank=True)
    reply_to = models.EmailField(blank=True)
    subject = models.CharField(max_length=300)
    body = models.TextField()
    message_id = models.CharField(max_length=200, unique=True)  # the same however often it is tried
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in EmailState], default=EmailState.DUE.value)
    problem = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()  # not before
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "due_at"]),
            models.Index(fields=["subject_ref"]),
            models.Index(fields=["partnership_ref", "-created_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.kind} to {self.to}"
