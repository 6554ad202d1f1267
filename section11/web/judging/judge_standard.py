"""Judge one standard of a submission: rate its evidence, grade it, mark good practice, recommend."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.challenge.operations.grade_standard import grade_standard
from section11.challenge.operations.mark_good_practice import mark_good_practice
from section11.challenge.operations.rate_evidence import rate_evidence
from section11.challenge.operations.write_recommendation import write_recommendation
from section11.challenge.queries.judged_standard import judged_standard
from section11.challenge.vocabulary import EVIDENCE_STRENGTH_WORDS
from section11.directory.vocabulary import Role
from section11.lib import clock
from section11.lib.errors import Absent, Conflict, Refused
from section11.web.account.held_form import held_initial, release_held_form
from section11.web.components.problems import add_problems
from section11.web.forms.judging import JudgeForm, judge_form
from section11.web.request import PageRequest

Faults = tuple[dict[str, Conflict], dict[str, str]]


def judge_standard(request: PageRequest, partnership: str, reference: str, standard_ref: str) -> HttpResponse:
    """GET shows the standard to those who read submissions; POST saves every part that was filled in, each by itself.

    What is saved is not typed again: only what could not be saved stands in its boxes.
    """
    if request.method == "POST" and not request.viewer.has(Role.OFFICER, Role.REVIEWER):
        raise Absent
    judged = judged_standard(request.viewer, reference, standard_ref)
    posted = request.POST.copy() if request.method == "POST" else None
    kind, status = judge_form(judged), 200
    form = kind(posted, initial={**kind.standing(), **held_initial(request, kind)})
    conflicts: dict[str, Conflict] = {}
    if posted is not None:
        problems: dict[str, str] = {}
        if form.is_valid():
            conflicts, problems = save(request, form, posted, reference, standard_ref)
            if not conflicts and not problems:
                return done(request, partnership, reference, standard_ref, form)
        status = 409 if conflicts else 422
        judged = judged_standard(request.viewer, reference, standard_ref)
        form = judge_form(judged)(posted)
        if form.is_valid():
            add_problems(form, problems)
    page = {"judged": judged, "form": form, "conflicts": conflicts, "strengths": EVIDENCE_STRENGTH_WORDS}
    return render(request, "judging/judge_standard.html", page, status=status)


def save(request: PageRequest, form: JudgeForm, posted: QueryDict, reference: str, standard_ref: str) -> Faults:
    """Save what was filled in; what was saved is taken out of `posted`, what was lost names the version that stands."""
    viewer, told, now = request.viewer, form.cleaned_data, clock.now()
    conflicts: dict[str, Conflict] = {}
    problems: dict[str, str] = {}

    def part(name: str, is_there: bool, act: Callable[[], object], fields: dict[str, str]) -> None:
        if not is_there:
            return
        try:
            act()
        except Conflict as faster:
            conflicts[name] = faster
        except Refused as refused:
            problems.update({fields.get(field, field): text for field, text in refused.problems.items()})
        else:
            for field in fields.values():
                posted[field] = ""

    rated = form.rated()
    part("evidence", bool(rated), lambda: rate_evidence(viewer, reference, standard_ref, rated, at=now), {})
    part(
        "grade",
        form.has_grade,
        lambda: grade_standard(viewer, reference, standard_ref, told["grade"], told["reasons"], version=told["grade_version"] or 0, at=now),
        {},
    )
    part(
        "practice",
        bool(told["practice"].strip()),
        lambda: mark_good_practice(viewer, reference, standard_ref, told["practice"], at=now),
        {"text": "practice"},
    )
    part(
        "recommendation",
        bool(told["recommendation"].strip()),
        lambda: write_recommendation(viewer, reference, told["recommendation"], standard_ref=standard_ref, at=now),
        {"text": "recommendation"},
    )
    stands = judged_standard(viewer, reference, standard_ref)  # the next save starts from what stands now
    for one in stands.answers:
        posted[f"shown-{one.ref}"], posted[f"version-{one.ref}"] = one.strength, str(one.version)
    posted["grade_version"] = str(stands.grade.version if stands.grade else 0)
    return conflicts, problems


def done(request: PageRequest, partnership: str, reference: str, standard_ref: str, form: JudgeForm) -> HttpResponse:
    """Stay, or go on to the next standard, and from the last to the whole judgement."""
    release_held_form(request)
    messages.success(request, f"Standard {standard_ref} is saved")
    here = {"partnership": partnership, "reference": reference}
    if request.POST.get("then") != "next":
        return redirect(reverse("judge_standard", kwargs={**here, "standard_ref": standard_ref}))
    after = form.judged.around[1]
    return redirect(reverse("judge_standard", kwargs={**here, "standard_ref": after[0]}) if after else reverse("judgement", kwargs=here))
