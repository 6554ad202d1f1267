"""The one table of who may reach which route. A route that is not here answers nobody (and a test fails)."""

from dataclasses import dataclass
from enum import StrEnum

from section11.directory.vocabulary import PARTNERSHIP_ROLES, UNIT_ROLES, Role


class Scope(StrEnum):
    """Where a route's viewer comes from."""

    PUBLIC = "public"  # everybody, signed in or not
    DEMO = "demo"  # everybody, where the demo is switched on; absent elsewhere
    PERSON = "person"  # anybody signed in: their own pages
    PARTNERSHIP = "partnership"  # /p/<partnership>/…
    ORGANISATION = "organisation"  # /o/<organisation>/…


@dataclass(frozen=True, slots=True)
class Access:
    """Who may use a route, which operations its page carries, and whether a GET is recorded as a view.

    `holds`: what somebody typed and posts here after their session ended is kept for them (web/account/hold.py).
    `in_search`: search engines may list it.
    """

    scope: Scope
    roles: frozenset[Role] = frozenset()
    operations: tuple[str, ...] = ()
    records_view: bool = False
    holds: bool = False
    in_search: bool = False


def public(*operations: str) -> Access:
    """Open to all, and to search engines."""
    return Access(Scope.PUBLIC, operations=operations, in_search=True)


def anybody(*operations: str) -> Access:
    """Open to all, but not for search engines: sign-in, links in emails, registration."""
    return Access(Scope.PUBLIC, operations=operations)


def demo(*operations: str) -> Access:
    """Open to all in the demo."""
    return Access(Scope.DEMO, operations=operations)


def person(*operations: str) -> Access:
    """Open to anybody signed in."""
    return Access(Scope.PERSON, operations=operations)


def officer(*operations: str, holds: bool = False) -> Access:
    """Open to the partnership's officers."""
    return Access(Scope.PARTNERSHIP, frozenset({Role.OFFICER}), operations, holds=holds)


def partnership(*operations: str, records_view: bool = False) -> Access:
    """Open to everybody with a role in the partnership."""
    return Access(Scope.PARTNERSHIP, PARTNERSHIP_ROLES, operations, records_view)


def reader(*operations: str, records_view: bool = False) -> Access:
    """Open to those who read submissions: officers, reviewers and the scrutineer."""
    return Access(Scope.PARTNERSHIP, frozenset({Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER}), operations, records_view)


def reviewer(*operations: str) -> Access:
    """Open to those who challenge, agree, grade and rate: officers and reviewers."""
    return Access(Scope.PARTNERSHIP, frozenset({Role.OFFICER, Role.REVIEWER}), operations)


def scrutineer(*operations: str) -> Access:
    """Open to the partnership's independent scrutineer alone."""
    return Access(Scope.PARTNERSHIP, frozenset({Role.SCRUTINEER}), operations)


def lead(*operations: str, holds: bool = False) -> Access:
    """Open to the organisation's return leads."""
    return Access(Scope.ORGANISATION, frozenset({Role.RETURN_LEAD}), operations, holds=holds)


def signatory(*operations: str) -> Access:
    """Open to the organisation's signatories."""
    return Access(Scope.ORGANISATION, frozenset({Role.SIGNATORY}), operations)


def writer(*operations: str, holds: bool = False) -> Access:
    """Open to those who answer: return leads and contributors."""
    return Access(Scope.ORGANISATION, frozenset({Role.RETURN_LEAD, Role.CONTRIBUTOR}), operations, holds=holds)


def organisation(*operations: str, records_view: bool = False, holds: bool = False) -> Access:
    """Open to everybody with a role in the organisation."""
    return Access(Scope.ORGANISATION, UNIT_ROLES, operations, records_view, holds)


# route name -> who. Grouped as the packages of `web`; kept in order of address.
ACCESS: dict[str, Access] = {
    # public
    "start_page": public(),
    "help_index": public(),
    "help_page": public(),
    "accessibility_statement": public(),
    "privacy_notice": public(),
    "healthz": public(),
    "readyz": public(),
    # account
    "sign_in": anybody(),
    "sign_in_code": anybody(),
    "sign_out": anybody(),
    "invited": anybody(),
    "start_here": person(),
    "choose_place": person(),
    "kept_text": person("release_held_post"),
    # demo
    "demo_sign_in": demo(),
    "demo_emails": demo(),
    "demo_email": demo(),
    # directory
    "colleagues": officer(),
    "add_colleague": officer("admit_member"),
    "change_role": officer("change_role"),
    "declare_home_organisation": officer("declare_home_organisation"),
    "end_colleague": officer("end_membership"),
    "sector_leads": partnership(),
    "set_sector_lead": officer("set_sector_lead"),
    "bounced_people": officer("clear_bounce"),
    "organisations": partnership(),
    "show_organisation": partnership(),
    "edit_participation": officer("edit_participation"),
    "add_person": officer("admit_member"),
    "end_person": officer("end_membership"),
    "replace_lead": officer("hand_over"),
    "registrations": officer(),
    "approve_registration": officer("approve_registration", "invite_unit", "start_job", "open_returns"),
    "decline_registration": officer("decline_registration"),
    "edit_partnership": officer("edit_partnership"),
    "organisation_people": organisation(),
    "invite_person": lead("admit_member"),
    "end_membership": lead("end_membership"),
    "hand_over": lead("hand_over"),
    "register": anybody(),
    "register_organisation": anybody("register_organisation"),
    "registration_sent": anybody(),
    # activity
    "partnership_activity": Access(Scope.PARTNERSHIP, frozenset({Role.OFFICER, Role.SCRUTINEER})),
    "organisation_activity": organisation(),
    # cycles
    "today": partnership(),
    "cycles": partnership(),
    "new_cycle": officer("draft_cycle"),
    "cycle_setup": officer(),
    "rename_cycle": officer("rename_cycle"),
    "choose_edition": officer("choose_edition"),
    "choose_forms": officer("choose_forms"),
    "set_dates": officer("set_dates"),
    "set_bands": officer("set_bands"),
    "write_local_statements": officer("write_local_statements"),
    "whom_to_invite": officer(),
    "write_emails": officer("write_emails"),
    "preview_emails": officer(),
    "write_ladder": officer("write_ladder"),
    "ladder": officer(),
    "ladder_step": officer(),
    "check_cycle": officer(),
    "open_cycle": officer("open_cycle", "start_job", "open_returns"),
    "close_cycle": officer("close_cycle"),
    "register_of_returns": partnership(),
    "download_register": partnership(),
    "ask_reminders": officer("ask_reminders"),
    "extend_invitations": officer("extend_invitations"),
    "withdraw_invitations": officer("withdraw_invitations"),
    "invite_unit": officer("invite_unit", "start_job", "open_returns"),
    "invitation_template": officer(),
    "upload_invitation_sheet": officer("upload_invitation_sheet", "start_job", "check_invitation_sheet"),
    "invitation_upload": officer("start_job", "apply_invitation_sheet", "open_returns"),
    "discard_invitation_sheet": officer("discard_invitation_sheet"),
    "invitation": partnership(),
    "invitation_chasing": officer(),
    "change_invitation": officer("change_invitation"),
    "exempt_invitation": officer("exempt_invitation"),
    "reinstate_invitation": officer("reinstate_invitation", "start_job", "open_returns"),
    "log_contact": officer("log_contact"),
    # jobs
    "job": partnership(),
    # notices
    "emails": officer(),
    "email": officer("resend_email", "note_bounce"),
    # returns
    "your_returns": person(),
    "organisation_returns": organisation(),
    "return_tasks": organisation("note_opened", records_view=True),
    "carry_answers": lead("carry_answers"),
    "check_return": organisation("ask_sign_off", "admit_member"),
    "return_copy": organisation(),
    "evidence_list": organisation(),
    "remove_evidence": lead("remove_evidence"),
    "give_up_amendment": lead("give_up_amendment"),
    "hand_standard": lead("hand_standard", "take_standard_back"),
    "sign_off": organisation("approve_return", "send_back"),
    "start_amendment": lead("start_amendment"),
    "submissions": organisation(),
    "own_submission": organisation(),
    "receipt": organisation(),
    "compare_own_submissions": organisation(),
    "withdraw_submission": lead("withdraw_submission"),
    "submit_return": lead("submit_return"),
    "take_back": lead("take_back"),
    "standard": organisation(
        *("save_answer", "save_narrative", "plan_action", "change_action", "uncite_evidence"),
        *("confirm_answer", "confirm_narrative", "drop_carried"),
        holds=True,
    ),
    "confirm_answers": writer("confirm_answer"),
    "finish_part": writer("finish_part"),
    "mark_not_applicable": writer("mark_not_applicable", holds=True),
    "save_narrative": writer("save_narrative", holds=True),
    "unmark_not_applicable": writer("unmark_not_applicable"),
    "save_action": writer("plan_action", "change_action", holds=True),
    "plan_action": writer("plan_action", holds=True),
    "add_evidence": writer("add_evidence", "cite_evidence"),
    "answer_history": organisation(),
    "save_answer": writer("save_answer", holds=True),
    "submission": reader("note_look", records_view=True),
    "compare_submissions": reader(),
    "return_for_correction": officer("return_for_correction"),
    "submission_evidence": reader(),
    "evidence_file": organisation(),
    # challenge
    "read_statement": reader(),
    "raise_challenge": reviewer("raise_challenge"),
    "agree_level": reviewer("agree_level", "agree_again", "remove_agreed_level"),
    "challenges": reader(),
    "challenge": reader("reply_to_challenge"),
    "close_challenge": reviewer("close_challenge"),
    "challenge_evidence": reader(),
    "reviewer_parts": officer("give_reviewer_part", "take_reviewer_part"),
    "own_challenges": organisation(),
    "answer_challenge": organisation("answer_challenge", holds=True),
    # judging
    "judgement": reader("write_recommendation"),
    "judge_standard": reader("rate_evidence", "grade_standard", "mark_good_practice", "write_recommendation"),
    "give_recommendations": reviewer("give_recommendations"),
    "change_recommendation": reviewer("change_recommendation", "drop_recommendation"),
    "give_recommendation": reviewer("give_recommendation"),
    "ask_consent": reviewer("ask_consent"),
    "change_good_practice": reviewer("change_good_practice", "unmark_good_practice"),
    "good_practice": partnership(),
    "set_grades": officer("set_grades"),
    "opinions": partnership(),
    "give_opinion": scrutineer("give_opinion"),
    "write_opinion": scrutineer("save_opinion"),
    "triage": reader(),
    "draw_sample": officer("draw_sample"),
    "shared_practice": organisation(),
    "decide_consent": lead("agree_to_share", "decline_to_share"),
    "recommendations": organisation(),
    "answer_recommendation": lead("answer_recommendation"),
    "take_up_recommendation": lead("take_up_recommendation"),
    # reports
    "return_copy_pdf": organisation(),
    "return_copy_xlsx": organisation(),
    "submission_pdf": organisation(),
    "submission_xlsx": organisation(),
    "figures_xlsx": partnership(),
    "figures_csv": partnership(),
    "received_pdf": reader(),
    "received_xlsx": reader(),
    # plans
    "improvement_plan": organisation(),
    "download_calendar": lead(),
    "own_action": organisation(),
    "ask_for_support": lead("ask_for_support", holds=True),
    "change_action": lead("change_action", holds=True),
    "drop_action": lead("drop_action", holds=True),
    "finish_action": lead("finish_action", "add_evidence", holds=True),
    "resume_action": lead("resume_action"),
    "update_progress": writer("update_progress", holds=True),
    "watch_actions": reader(),
    "download_actions": reader(),
    "followed_action": reader(),
    "confirm_action": officer("confirm_action", holds=True),
    "action_evidence": reader(),
    "reopen_action": officer("reopen_action", holds=True),
    "reply_to_support": officer("reply_to_support", holds=True),
    "plan_quality": reader(),
    # analysis
    "figures": partnership(),
    "figure_rows": partnership(),
    "executive_summary": partnership(),
}
