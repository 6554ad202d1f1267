"""Drafting many letters, in the background."""

from typing import Any

from django_tasks import task

from section11.challenge.operations.draft_letters import draft_letters
from section11.jobs.running import running_job, viewer_of
from section11.lib import clock
from section11.lib.words import plural


@task()
def write_drafts(*, job: str, viewer: dict[str, Any], cycle: str, chosen: str) -> None:
    """Draft those that have no draft yet. Bears being done twice."""
    with running_job(job) as progress:
        ids = [int(one) for one in chosen.split(",")]
        made, passed = draft_letters(viewer_of(viewer), cycle, ids, at=clock.now(), progress=progress)
        more = f" {plural(passed, 'return was', 'returns were')} passed over: no letter can be drafted there now." if passed else ""
        progress.say(f"{plural(made, 'letter')} drafted. Nobody was told: read and approve them first.{more}")
