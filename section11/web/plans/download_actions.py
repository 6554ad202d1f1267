"""The actions that a partnership follows as a workbook, filtered as they are shown."""

from django.http import HttpResponse

from section11.lib.clock import now, today
from section11.lib.dates import moment_words
from section11.plans.queries.watch_list import watch_rows
from section11.plans.vocabulary import SHOW_WORDS
from section11.reports.content.actions_table import actions_table
from section11.reports.writers import xlsx
from section11.web.plans.watch_actions import actions_chosen
from section11.web.reports.download import download
from section11.web.request import PageRequest


def download_actions(request: PageRequest, partnership: str) -> HttpResponse:
    """Open to those who read submissions."""
    chosen = actions_chosen(request)
    rows = watch_rows(request.viewer, chosen, at=now())
    table = actions_table(SHOW_WORDS[chosen.shown].lower(), rows, made=moment_words(now()))
    made = xlsx.xlsx_of(table.title, [table])
    return download(made, name=f"actions {partnership} {today().isoformat()}", ending="xlsx", content_type=xlsx.CONTENT_TYPE)
