"""The words of background work."""

from enum import StrEnum


class JobState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


JOB_STATE_WORDS: dict[JobState, str] = {
    JobState.WAITING: "Waiting to start",
    JobState.RUNNING: "Under way",
    JobState.DONE: "Finished",
    JobState.FAILED: "Stopped: it did not finish",
}
ENDED = frozenset({JobState.DONE, JobState.FAILED})
