from section11.jobs.models.job import Job

__all__ = ["Job"]
