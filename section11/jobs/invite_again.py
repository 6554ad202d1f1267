"""Inviting the units of an earlier audit again, in the background."""

from typing import Any

from django_tasks import task

from section11.cycles.operations.invite_again import invite_again
from section11.jobs.open_in_parts import open_in_parts
from section11.jobs.running import running_job, viewer_of
from section11.lib import clock
from section11.lib.words import plural


@task()
def invite_them_again(*, job: str, viewer: dict[str, Any], cycle_slug: str, cycle: int, forms: str) -> None:
    """Invite each, all or none, and make their returns if the cycle is open. `forms`: `12:full 13:review`. Bears being done twice."""
    with running_job(job) as progress:
        pairs = [pair.partition(":") for pair in forms.split()]
        progress(0, len(pairs))
        invited = invite_again(viewer_of(viewer), cycle_slug, {int(number): form for number, _, form in pairs}, at=clock.now())
        progress(len(pairs), len(pairs))
        open_in_parts(viewer_of(viewer), cycle)
        before = len(pairs) - invited
        progress.say(f"{plural(invited, 'invitation')} made.{f' {before} had been invited before.' if before else ''}")
