"""Approving many letters, in the background."""

from typing import Any

from django_tasks import task

from section11.challenge.operations.approve_letters import approve_letters
from section11.jobs.running import running_job, viewer_of
from section11.lib import clock
from section11.lib.words import plural


@task()
def send_letters(*, job: str, viewer: dict[str, Any], cycle: str, versions: str) -> None:
    """Approve each in the version that was looked at. Bears being done twice: an approved one stays as it is."""
    with running_job(job) as progress:
        pairs = [one.partition(":") for one in versions.split(",")]
        seen = {int(letter): int(version) for letter, _, version in pairs}
        approved, passed = approve_letters(viewer_of(viewer), cycle, seen, at=clock.now(), progress=progress)
        more = (
            f" {plural(passed, 'letter was', 'letters were')} passed over: changed since you looked, or approved already." if passed else ""
        )
        progress.say(f"{plural(approved, 'letter')} approved. The links are on the way.{more}")
