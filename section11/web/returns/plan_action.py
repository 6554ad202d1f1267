"""Plan one more action for a statement."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.lib import clock
from section11.lib.errors import Refused
from section11.returns.operations.plan_action import plan_action as plan
from section11.returns.queries.content import asked_content
from section11.returns.queries.head import return_head
from section11.returns.queries.writing import head_for_writer
from section11.web.account.held_form import held_initial, release_held_form
from section11.web.components.problems import add_problems
from section11.web.forms.action import NewActionForm
from section11.web.request import PageRequest


def plan_action(request: PageRequest, organisation: str, return_id: int, statement_ref: str) -> HttpResponse:
    """GET shows an empty form, or what was typed into it while signed out; POST adds the action to the plan."""
    statement = asked_content(return_head(request.viewer, return_id)).statement(statement_ref)
    if statement is None:
        raise Http404
    head = head_for_writer(request.viewer, return_id, statement.standard_ref)
    form = NewActionForm(request.POST if request.method == "POST" else None, initial=held_initial(request, NewActionForm))
    if request.method == "POST" and form.is_valid():
        try:
            plan(request.viewer, return_id, statement_ref, form.text(), at=clock.now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            release_held_form(request)
            messages.success(request, f"Action added for {statement_ref}")
            here = {"organisation": organisation, "return_id": return_id, "standard_ref": statement.standard_ref}
            return redirect(f"{reverse('standard', kwargs=here)}#s-{statement_ref.replace('.', '_')}")
    page = {"head": head, "statement": statement, "form": form}
    return render(request, "returns/plan_action.html", page, status=422 if form.errors else 200)
