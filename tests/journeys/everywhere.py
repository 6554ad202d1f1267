"""Every page that answers a GET, once for each state in which it looks different, with somebody who may open it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse

from section11.challenge.operations.draw_sample import draw_sample
from section11.challenge.operations.give_opinion import give_opinion
from section11.challenge.operations.rate_evidence import RatedEvidence, rate_evidence
from section11.challenge.operations.save_opinion import save_opinion
from section11.challenge.vocabulary import ChallengeState, GoodPracticeState, RecommendationState
from section11.directory.models import Person
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from section11.plans.vocabulary import Show
from section11.returns.operations.start_amendment import start_amendment
from section11.standards.vocabulary import Form
from section11.web.access import ACCESS
from section11.web.public.help_texts import SLUGS
from section11.web.who_may import Access, Scope
from tests.factories.challenge import challenge_in
from tests.factories.cycles import make_draft, make_invitation
from tests.factories.journeys import earlier_audit
from tests.factories.judging import make_grade, make_practice, make_recommendation
from tests.factories.plans import followed_action
from tests.factories.returns import AT, Opened, answer_everything, ask, open_return, partnership_viewer, rate, sign, sign_and_submit
from tests.factories.standards import library_edition
from tests.factories.world import Place, make_place, parts_of_route
from tests.journeys import next_audit_visits
from tests.plans.acts import ACTS, who_may

DOWNLOADS = (
    *("download_actions", "download_calendar", "action_evidence"),
    *("return_copy_pdf", "return_copy_xlsx", "submission_pdf", "submission_xlsx", "received_pdf", "received_xlsx"),
    *("figures_xlsx", "figures_csv", "download_register", "invitation_template", "evidence_file", "submission_evidence"),
    *("journeys_xlsx", "journeys_csv"),
    "challenge_evidence",
    *("pack_pdf", "panel_pack_pdf", "panel_calendar", "own_panel_calendar", "letter_pdf", "own_letter_pdf"),
)
POSTS = (
    *("remove_evidence", "finish_part", "unmark_not_applicable", "save_narrative", "save_action", "save_answer"),
    *("discard_invitation_sheet", "demo_sign_in", "plan_action"),
)
ELSEWHERE = (
    "demo_emails",
    "demo_email",
    "healthz",
    "readyz",
    "sign_in_code",
    "invited",
    "start_here",
)  # no page, or none before a form is sent
QUERIES = {"raise_challenge": "?about=statement:1.1"}  # what a page has to be told besides its address
WIZARD = (
    *("cycle_setup", "rename_cycle", "choose_edition", "choose_forms", "set_dates", "set_bands", "write_local_statements"),
    *("whom_to_invite", "write_emails", "preview_emails", "check_cycle", "open_cycle", "upload_invitation_sheet", "invite_unit"),
    *("register_of_returns", "write_ladder", "ladder"),
)
RETURN = ("return_tasks", "standard", "check_return", "sign_off", "submit_return", "take_back", "return_copy", "evidence_list")
OPEN_RETURN = (*RETURN, "hand_standard", "mark_not_applicable", "add_evidence", "answer_history", "organisation_returns", "your_returns")


@dataclass(frozen=True, slots=True)
class Visit:
    """An address, who opens it, and what is special about it."""

    name: str
    address: str
    who: Person | Viewer | None
    state: str = ""


def visits(scope: Scope) -> Iterator[Visit]:
    """What to look at in that part of the product."""
    if scope in (Scope.PUBLIC, Scope.DEMO):
        library_edition()
        yield from public_visits()
        return
    place = make_place(edition=library_edition(), form=Form.LIGHT)
    earlier_audit(place.opened, library_edition("eight-standards/2026.1"), form=Form.LIGHT)
    people = {role: partnership_viewer(place.opened, role) for role in (Role.REVIEWER, Role.SCRUTINEER, Role.EXECUTIVE_VIEWER)} | {
        Role.OFFICER: place.opened.officer,
        Role.RETURN_LEAD: place.opened.lead,
        Role.SIGNATORY: place.opened.signatory,
        Role.CONTRIBUTOR: place.opened.contributor,
    }
    for name, access in ACCESS.items():
        if access.scope == scope and name not in (*DOWNLOADS, *POSTS, *ELSEWHERE):
            yield Visit(name, to(name, place) + QUERIES.get(name, ""), people[first_of(access)], "as it stands")
    if scope == Scope.PARTNERSHIP:
        yield from more_of_a_partnership(place, people)
    if scope == Scope.ORGANISATION:
        yield from more_of_an_organisation(place)


def first_of(access: Access) -> Role:
    """The role that sees most of a page."""
    if not access.roles:
        return Role.RETURN_LEAD
    return next(role for role in (Role.OFFICER, Role.RETURN_LEAD, *Role) if role in access.roles)


def to(name: str, place: Place, **other: object) -> str:
    """The address of a page in a place."""
    return reverse(name, kwargs={part: other.get(part, place.parts[part]) for part in parts_of_route(name)})


def public_visits() -> Iterator[Visit]:
    """What a stranger sees."""
    for name in ("start_page", "help_index", "accessibility_statement", "privacy_notice", "library", "sign_in", "sign_out", "register"):
        yield Visit(name, reverse(name), None)
    edition = {"tool": "section-11", "edition": "2026.1"}
    for kind in ("", "?kind=school"):
        yield Visit("library_edition", reverse("library_edition", kwargs=edition) + kind, None, kind)
        yield Visit("library_standard", reverse("library_standard", kwargs={**edition, "standard_ref": "1"}) + kind, None, kind)
    for slug in SLUGS:
        yield Visit("help_page", reverse("help_page", kwargs={"page": slug}), None)


def more_of_a_partnership(place: Place, people: dict[Role, Viewer]) -> Iterator[Visit]:
    """An audit that is being set up, lists with something chosen, and what those see who only read."""
    partnership = place.opened.cycle.partnership
    draft = make_draft(partnership, edition=place.opened.cycle.edition, title="Section 11 audit of the year after next")
    make_invitation(draft, participation=place.opened.participation)
    late = open_return(cycle=place.opened.cycle, due=(AT - timedelta(days=3)).date())
    for name in WIZARD:
        yield Visit(name, to(name, place, cycle=draft.slug), people[Role.OFFICER], "draft")
    yield Visit("invite_unit", f"{to('invite_unit', place)}?organisation=new", people[Role.OFFICER], "a new organisation")
    yield Visit("invite_unit", f"{to('invite_unit', place)}?organisation={place.parts['slug']}", people[Role.OFFICER], "a known one")
    for name in ("ask_reminders", "extend_invitations", "withdraw_invitations"):
        yield Visit(name, f"{to(name, place)}?id={late.invitation.pk}", people[Role.OFFICER], "one chosen")
    for name in ("draft_letters", "approve_letters"):
        yield Visit(name, f"{to(name, place)}?chosen={place.opened.invitation.pk}", people[Role.OFFICER], "one chosen")
    for query in ("answered=yes", "standard=1&level_class=met", "flag=follow-up", "statement=1.1"):
        yield Visit("figure_rows", f"{to('figure_rows', place)}?{query}", people[Role.OFFICER], query)
    closed = challenge_in(ChallengeState.CLOSED, place.opened, place.parts["reference"], about="standard:1")
    for name in ("challenge", "close_challenge"):
        yield Visit(name, to(name, place, challenge=closed.pk), people[Role.OFFICER], "closed")
    for name in ("challenge", "read_statement", "challenges"):
        yield Visit(name, to(name, place), people[Role.SCRUTINEER], "only read")
    yield from judged(place, people)
    yield from followed_on(place, people)
    yield from (Visit(name, address, one.officer, state) for name, address, one, state in next_audit_visits.in_partnership(place.opened))
    for role in (Role.REVIEWER, Role.SCRUTINEER, Role.EXECUTIVE_VIEWER):
        for name in ("today", "cycles", "register_of_returns", "figures", "executive_summary", "organisations", "invitation"):
            yield Visit(name, to(name, place), people[role], str(role))


def followed_on(place: Place, people: dict[Role, Viewer]) -> Iterator[Visit]:
    """An action that is done, confirmed or taken out, with its history; every list; a plan that leaves things open."""
    made = followed_action(cycle=place.opened.cycle, form=Form.LIGHT)
    for verb in ("update_progress", "ask_for_support", "reply_to_support", "finish_action"):
        ACTS[verb](who_may(made, verb), made.action)
    for name in ("followed_action", "confirm_action", "reopen_action"):
        yield Visit(name, to(name, place, action_id=made.action_id), people[Role.OFFICER], "done")
    bare = open_return(cycle=place.opened.cycle, form=Form.LIGHT)
    answer_everything(bare)
    rate(bare, "1.1", "unmet", reason="We lack it", no_action_reason="We close in May")
    sign_and_submit(bare)
    for role in (Role.OFFICER, Role.SCRUTINEER):
        yield Visit("plan_quality", to("plan_quality", place), people[role], f"things left open, as {role}")
        for show in Show:
            yield Visit("watch_actions", f"{to('watch_actions', place)}?show={show}", people[role], show)


def worked_on(place: Place) -> Iterator[Visit]:
    """A plan with actions in every state, one of them opened in its place."""
    made = followed_action(cycle=place.opened.cycle, form=Form.LIGHT)
    here = {"organisation": made.opened.unit.organisation.slug, "action_id": made.action_id}
    plan = to("improvement_plan", place, **here)
    yield Visit("improvement_plan", f"{plan}?update={made.action_id}", made.opened.lead, "updated in place")
    for verb, pages in (
        ("update_progress", ("own_action", "finish_action")),
        ("ask_for_support", ("own_action", "ask_for_support", "drop_action")),
        ("finish_action", ("own_action", "resume_action")),
        ("confirm_action", ("own_action",)),
    ):
        ACTS[verb](who_may(made, verb), made.action)
        for name in pages:
            yield Visit(name, to(name, place, **here), made.opened.lead, f"after {verb}")
    for show in Show:
        yield Visit("improvement_plan", f"{plan}?show={show}", made.opened.lead, show)


def judged(place: Place, people: dict[Role, Viewer]) -> Iterator[Visit]:
    """A return that was judged, graded and drawn by the sample, and an opinion that was given and one being written."""
    opened, reference = place.opened, place.parts["reference"]
    rate_evidence(opened.officer, reference, "1", {"1.1": RatedEvidence("weak")}, at=AT)
    make_grade(opened, reference)
    for state in GoodPracticeState:
        make_practice(opened, reference, state, text=f"Good practice that is {state}")
    for state in RecommendationState:
        make_recommendation(opened, reference, state, text=f"A recommendation that is {state}")
    draw_sample(opened.officer, opened.cycle.slug, 1, at=AT)
    for text in ("Well led.", "Better led than last year."):
        save_opinion(people[Role.SCRUTINEER], opened.cycle.slug, text, version=0, at=AT)
        if text == "Well led.":
            give_opinion(people[Role.SCRUTINEER], opened.cycle.slug, version=1, at=AT)
    for role in (Role.OFFICER, Role.SCRUTINEER):
        for name in ("judge_standard", "judgement", "triage", "good_practice", "opinions", "submission"):
            yield Visit(name, to(name, place), people[role], f"judged, as {role}")
    for name in ("set_grades", "draw_sample"):
        yield Visit(name, to(name, place), people[Role.OFFICER], "graded and drawn")
    for name in ("write_opinion", "give_opinion"):
        yield Visit(name, to(name, place), people[Role.SCRUTINEER], "a further one")
    yield Visit("ask_consent", to("ask_consent", place, practice=place.parts["asked"]), people[Role.OFFICER], "asked already")


def more_of_an_organisation(place: Place) -> Iterator[Visit]:
    """Returns in each state, and each role in them."""
    cycle = place.opened.cycle
    is_open = open_return(cycle=cycle)
    rate(is_open, "1.1", "unmet", comment="We know what is missing.")
    rate(is_open, "1.2", "na", reason="We hold no records.")
    asked, signed, amending = (open_return(cycle=cycle, form=Form.LIGHT) for _ in range(3))
    for one in (asked, signed, amending):
        answer_everything(one)
    ask(asked)
    sign(signed)
    sign_and_submit(amending)
    start_amendment(amending.lead, amending.return_id, reason="Our policy was agreed.", at=AT)
    people = {"lead": is_open.lead, "contributor": is_open.contributor, "signatory": is_open.signatory}
    for who, viewer in people.items():
        for name in OPEN_RETURN if who == "lead" else ("return_tasks", "standard", "check_return"):
            yield Visit(name, in_return(name, place, is_open), viewer, f"open, as {who}")
    for state, one in (("asked", asked), ("signed", signed), ("amending", amending)):
        for name in (*RETURN, *(["give_up_amendment"] if state == "amending" else [])):
            yield Visit(name, in_return(name, place, one), one.lead, state)
    yield Visit("sign_off", in_return("sign_off", place, asked), asked.signatory, "asked, as signatory")
    reference = place.parts["reference"]
    for state in (ChallengeState.OPEN, ChallengeState.CLOSED):
        made = challenge_in(state, place.opened, reference, text=f"A question that is {state}")
        yield Visit("answer_challenge", to("answer_challenge", place, challenge=made.pk), place.opened.lead, str(state))
    yield from told_of_judging(place)
    yield from worked_on(place)
    yield from (Visit(name, address, one.lead, state) for name, address, one, state in next_audit_visits.in_organisation(place.opened))
    for name in ("own_challenges", "answer_challenge", "return_tasks"):
        yield Visit(name, to(name, place), place.opened.contributor, "challenged, as contributor")


def told_of_judging(place: Place) -> Iterator[Visit]:
    """Good practice and recommendations in every state, as the lead sees them."""
    for practice in GoodPracticeState:
        make_practice(place.opened, place.parts["reference"], practice, text=f"Good practice that is {practice}")
    for state in RecommendationState:
        made = make_recommendation(place.opened, place.parts["reference"], state, text=f"A recommendation that is {state}")
        if state in (RecommendationState.TAKEN_UP, RecommendationState.ANSWERED):
            for name in ("answer_recommendation", "take_up_recommendation"):
                yield Visit(name, to(name, place, given=made.pk), place.opened.lead, str(state))
    for name in ("recommendations", "shared_practice"):
        yield Visit(name, to(name, place), place.opened.lead, "in every state")


def in_return(name: str, place: Place, opened: Opened) -> str:
    """The address of a page in a return."""
    return to(name, place, organisation=opened.unit.organisation.slug, return_id=opened.return_id)
