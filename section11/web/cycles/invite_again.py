"""Whom the last audit had, each with a suggested form: invited again in one go."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.analysis.queries.next_audit import NextAudit, NextFilter, NextRow, next_audit
from section11.cycles.vocabulary import CycleState
from section11.jobs.invite_again import invite_them_again
from section11.jobs.operations.start_job import start_job
from section11.lib.clock import now
from section11.lib.paging import Page, page_number, window
from section11.lib.words import plural
from section11.standards.vocabulary import FORM_WORDS, Form
from section11.web.request import PageRequest

KEPT = ("from", "form", "sector", "answered", "search", "all")
NONE_CHOSEN = "Choose whom to invite"
SUGGESTED = "suggested"


def invite_again(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers. Posting invites those ticked, or all that match, in the background; nobody is invited twice."""
    told = next_audit(request.viewer, cycle, request.GET.get("from", ""))
    chosen = filter_of(request)
    rows = [row for row in told.rows if chosen.wants(row)]
    problems: dict[str, str] = {}
    if request.method == "POST" and told.cycle.state is not CycleState.CLOSED:
        forms = forms_wanted(request, told, rows)
        if forms:
            where = {"partnership": partnership, "cycle": cycle}
            told_forms = " ".join(f"{number}:{form}" for number, form in forms.items())
            job = start_job(
                request.viewer,
                invite_them_again,
                title=f"Inviting {plural(len(forms), 'unit')} again",
                at=now(),
                leads_to=f"{reverse('invite_again', kwargs=where)}?{urlencode(kept(request))}",
                cycle_slug=cycle,
                cycle=told.cycle.cycle_id,
                forms=told_forms,
            )
            return redirect("job", partnership=partnership, job=job)
        problems = {"chosen": NONE_CHOSEN}
    number = page_number(request.GET.get("page", "1"), len(rows))
    waiting = [row for row in rows if not row.invited_as]
    context = {
        "told": told,
        "chosen": chosen,
        "page": Page(rows[window(number)], number, len(rows)),
        "waiting": len(waiting),
        "counts": [(form, sum(row.suggestion.form == form for row in told.rows)) for form in Form],
        "sectors": dict(sorted({row.sector_key: row.sector for row in told.rows}.items(), key=lambda one: one[1])),
        "form_words": {form.value: words for form, words in FORM_WORDS.items()},
        "kept": kept(request),
        "typed": {
            row.invitation_id: request.POST.get(f"form-{row.invitation_id}", row.suggestion.form.value) for row in rows[window(number)]
        },
        "problems": problems,
    }
    return render(request, "cycles/invite_again.html", context, status=422 if problems else 200)


def filter_of(request: PageRequest) -> NextFilter:
    """What of the last audit the address asks for."""
    told = {name: request.GET.get(name, "").strip()[:200] for name in ("form", "sector", "answered", "search")}
    return NextFilter(**told, waiting=request.GET.get("all") != "yes")


def kept(request: PageRequest) -> dict[str, str]:
    """The part of the address that stays from page to page."""
    return {name: request.GET[name] for name in KEPT if request.GET.get(name)}


def forms_wanted(request: PageRequest, told: NextAudit, rows: list[NextRow]) -> dict[int, str]:
    """Last time's invitation -> form, of those ticked, or of all that match with one form for all or each its suggested one."""
    names = {form.value for form in told.cycle.forms}
    waiting = [row for row in rows if not row.invited_as]
    if request.POST.get("whom") == "all":
        form = request.POST.get("form_for_all", SUGGESTED)
        return {row.invitation_id: form if form in names else row.suggestion.form.value for row in waiting}
    ticked = set(request.POST.getlist("chosen"))
    found = {}
    for row in waiting:
        if str(row.invitation_id) in ticked:
            form = request.POST.get(f"form-{row.invitation_id}", "")
            found[row.invitation_id] = form if form in names else row.suggestion.form.value
    return found
