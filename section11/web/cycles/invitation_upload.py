"""An uploaded invitation sheet: all that is wrong with it, or what each row will do, then the inviting."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.cycles.queries.cycle_brief import cycle_brief
from section11.jobs.apply_invitation_sheet import apply_sheet
from section11.jobs.operations.start_job import start_job
from section11.lib.clock import now
from section11.lib.paging import Page, page_number, window
from section11.standards.vocabulary import FORM_WORDS
from section11.transfer.invitation_sheet.checking import OUTCOME_WORDS, Outcome
from section11.transfer.invitation_sheet.states import UploadState
from section11.transfer.queries.uploads import upload_told
from section11.web.request import PageRequest

PROBLEMS_A_PAGE = 200


def invitation_upload(request: PageRequest, partnership: str, cycle: str, upload: int) -> HttpResponse:
    """Open to officers. Posting says yes: everybody on the sheet is invited in the background, all or none."""
    told = upload_told(request.viewer, cycle, upload)
    setup = cycle_brief(request.viewer, cycle)
    if request.method == "POST" and told.state is UploadState.CHECKED:
        here = reverse("invitation_upload", kwargs={"partnership": partnership, "cycle": cycle, "upload": upload})
        title = f"Inviting everybody on {told.file_name}"[:200]
        job = start_job(request.viewer, apply_sheet, title=title, at=now(), leads_to=here, upload=upload, cycle=setup.cycle_id)
        return redirect("job", partnership=partnership, job=job)
    wanted = request.GET.get("page", "1")
    to_show = sorted(told.rows, key=lambda row: (not row.note, row.row))
    rows, problems = page_number(wanted, len(told.rows)), page_number(wanted, len(told.problems), PROBLEMS_A_PAGE)
    context = {
        "setup": setup,
        "upload": told,
        "counts": [(OUTCOME_WORDS[outcome], sum(row.outcome is outcome for row in told.rows)) for outcome in Outcome],
        "noted": sum(bool(row.note) for row in told.rows),
        "outcome_words": OUTCOME_WORDS,
        "form_words": {form.value: words for form, words in FORM_WORDS.items()},
        "rows": Page(to_show[window(rows)], rows, len(told.rows)),
        "problems_page": Page(told.problems[window(problems, PROBLEMS_A_PAGE)], problems, len(told.problems), PROBLEMS_A_PAGE),
        "rows_wrong": len({problem.row for problem in told.problems if problem.row}),
    }
    return render(request, "cycles/invitation_upload.html", context, status=200 if request.method != "POST" else 409)
