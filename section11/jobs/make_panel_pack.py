"""Setting all packs of a panel as one PDF, in the background."""

from typing import Any

from django_tasks import task

from section11.challenge.operations.keep_panel_pack import keep_panel_pack
from section11.challenge.queries.pack import pack, slots_with_packs
from section11.jobs.running import running_job, viewer_of
from section11.lib import clock
from section11.lib.dates import day_words, moment_words
from section11.lib.errors import Refused
from section11.lib.words import plural
from section11.reports.content.pack_content import pack_content
from section11.reports.writers.pack_pdf import pdf_of_packs


@task()
def make_pack(*, job: str, viewer: dict[str, Any], panel: int) -> None:
    """Make the document of every pack that this person may read. Bears being done twice: the newest counts."""
    with running_job(job) as progress:
        who = viewer_of(viewer)
        slots = slots_with_packs(who, panel)
        if not slots:
            raise Refused("There is no pack that you may read")
        at, found = clock.now(), []
        for number, slot in enumerate(slots, 1):
            found.append(pack(who, panel, slot))
            progress(number, len(slots) + 1)
        first = found[0]
        about = f"Packs of {plural(len(slots), 'return')} for {day_words(first.held_on)}, made {moment_words(at)}."
        data = pdf_of_packs(first.panel_title, about, [pack_content(one, at=at) for one in found])
        keep_panel_pack(who, panel, slots, data, at=at)
        progress(len(slots) + 1, len(slots) + 1)
        progress.say(f"The packs of {plural(len(slots), 'return')} are ready.")
