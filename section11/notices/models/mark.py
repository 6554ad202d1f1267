from django.db import models


class Mark(models.Model):
    """Up to which moment everything that asks for an email of this kind has been looked at."""

    kind = models.CharField(max_length=40, unique=True)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.kind} until {self.until:%Y-%m-%d %H:%M}"
