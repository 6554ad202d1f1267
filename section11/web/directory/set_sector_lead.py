"""Names the strategic lead of a sector."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations import set_sector_lead as operation
from section11.directory.queries.sector_leads import may_lead, sector_leads
from section11.lib.clock import now
from section11.lib.errors import Absent, Refused
from section11.web.components.problems import add_problems
from section11.web.forms.directory import SectorLeadForm
from section11.web.request import PageRequest


def set_sector_lead(request: PageRequest, partnership: str, sector: int) -> HttpResponse:
    """Open to officers."""
    here = next((row for row in sector_leads(request.viewer) if row.sector_id == sector), None)
    if here is None:
        raise Absent
    people = [(str(one.person_id), f"{one.name}, {one.email}") for one in may_lead(request.viewer)]
    standing = {"person": str(here.lead.person_id) if here.lead else ""}
    form = SectorLeadForm(request.POST if request.method == "POST" else None, initial=standing, people=people)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["person"]
        try:
            operation.set_sector_lead(request.viewer, sector, person_id=int(chosen) if chosen else None, at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, f"The strategic lead for {here.label} is saved.")
            return redirect("sector_leads", partnership=partnership)
    return render(request, "directory/set_sector_lead.html", {"here": here, "form": form}, status=422 if form.errors else 200)
