from datetime import timedelta

from django.db import models

SILENT_AFTER = timedelta(seconds=45)


class WorkerBeat(models.Model):
    """A worker process says every few seconds that it lives. The tasks of one that fell silent are given to another."""

    worker_id = models.CharField(max_length=64, unique=True)
    started_at = models.DateTimeField()
    beat_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.worker_id
