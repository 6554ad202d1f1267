"""Add evidence to an answer: a new piece, or one that is there already."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.evidence.operations.add_evidence import add_evidence as add
from section11.evidence.queries import evidence_of_unit
from section11.evidence.rules.uploads import ACCEPT, LARGEST
from section11.lib import clock
from section11.lib.errors import Refused
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.queries.content import asked_content
from section11.returns.queries.head import ReturnHead, return_head
from section11.returns.queries.writing import check_open, head_for_writer
from section11.web.components.problems import add_problems
from section11.web.forms.evidence import EvidenceForm
from section11.web.request import PageRequest


def add_evidence(request: PageRequest, organisation: str, return_id: int, statement_ref: str) -> HttpResponse:
    """GET offers what there is and a form for something new; POST adds and cites it."""
    viewer = request.viewer
    statement = asked_content(return_head(viewer, return_id)).statement(statement_ref)
    if statement is None:
        raise Http404
    head = head_for_writer(viewer, return_id, statement.standard_ref)
    existing = evidence_of_unit(viewer, head.unit_id)
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = EvidenceForm(*posted, takes_files=head.takes_files, existing=existing)
    if request.method == "POST" and form.is_valid() and _keep(request, head, statement_ref, form):
        messages.success(request, f"Evidence added to {statement_ref}")
        here = {"organisation": organisation, "return_id": return_id, "standard_ref": statement.standard_ref}
        return redirect(f"{reverse('standard', kwargs=here)}#s-{statement_ref.replace('.', '_')}")
    page = {"head": head, "statement": statement, "form": form, "accept": ACCEPT, "has_existing": bool(existing)}
    return render(request, "returns/add_evidence.html", page, status=422 if form.errors else 200)


def _keep(request: PageRequest, head: ReturnHead, statement_ref: str, form: forms.Form) -> bool:
    """Add the piece if it is new, and cite it. False when an operation refused; the form then says why."""
    data, now = form.cleaned_data, clock.now()
    upload = data.get("file")
    try:
        if data["kind"] == "existing":
            item_id = int(data["existing"])
        else:
            check_open(head)
            item_id = add(
                request.viewer,
                head.unit_id,
                kind=data["kind"],
                title=data["title"],
                where=data["link"] if data["kind"] == "link" else data["where"],
                file_name=upload.name if upload else "",
                data=upload.read(LARGEST + 1) if upload else b"",
                takes_files=head.takes_files,
                at=now,
            )
        cite_evidence(request.viewer, head.return_id, statement_ref, item_id, at=now)
    except Refused as refused:
        wrong = {("link" if k == "where" and data["kind"] == "link" else k): v for k, v in refused.problems.items()}
        add_problems(form, wrong)
        return False
    return True
