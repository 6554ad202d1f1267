from section11.jobs.models.job import Job
from section11.jobs.models.worker_beat import SILENT_AFTER, WorkerBeat

__all__ = ["SILENT_AFTER", "Job", "WorkerBeat"]
