"""What the jobs app answers: how far a piece of background work has come."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from section11.jobs.models import Job
from section11.jobs.vocabulary import ENDED, JOB_STATE_WORDS, JobState
from section11.lib.errors import Absent
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class JobProgress:
    """A piece of background work as its page shows it."""

    public_id: uuid.UUID
    kind: str
    title: str
    state: JobState
    done: int
    total: int
    message: str
    leads_to: str
    asked_at: datetime

    @property
    def state_words(self) -> str:
        """The state in words."""
        return JOB_STATE_WORDS[self.state]

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in ENDED


def job_state(viewer: Viewer, public_id: uuid.UUID) -> JobProgress:
    """A job of the partnership in which the viewer has a role; `Absent` when there is none or it is another's."""
    if viewer.partnership_id is None or not viewer.roles:
        raise Absent
    job = Job.objects.filter(public_id=public_id, scope=ref("partnership", viewer.partnership_id)).first()
    if job is None:
        raise Absent
    return JobProgress(
        public_id=job.public_id,
        kind=job.kind,
        title=job.title,
        state=JobState(job.state),
        done=job.done,
        total=job.total,
        message=job.message,
        leads_to=job.leads_to,
        asked_at=job.asked_at,
    )
