"""Who the access table leaves out, said once more: widening any line by a role fails here, also where the page itself asks nobody."""

from section11.directory.vocabulary import PARTNERSHIP_ROLES, UNIT_ROLES, Role
from section11.web.access import ACCESS
from section11.web.who_may import Scope

WHOLE = {Scope.PARTNERSHIP: PARTNERSHIP_ROLES, Scope.ORGANISATION: UNIT_ROLES}
NARROWER: dict[frozenset[Role], str] = {
    frozenset({Role.OFFICER, Role.SCRUTINEER}): """
        colleagues cycle_setup email emails partnership_activity registrations
    """,
    frozenset({Role.OFFICER}): """
        add_colleague add_person add_slot agree_support approve_letter approve_letters approve_registration ask_reminders bounced_people
        cancel_panel change_invitation change_panel change_role change_slot check_cycle choose_edition choose_forms close_cycle
        close_support confirm_action declare_home_organisation decline_registration discard_invitation_sheet discard_letter draft_letters
        draw_sample edit_letter edit_participation edit_partnership end_colleague end_person exempt_invitation extend_invitations
        hold_panel invitation_chasing invitation_template invitation_upload invite_again invite_unit ladder ladder_step log_contact
        log_support new_cycle open_cycle pick_for_follow_up plan_panel preview_emails reinstate_invitation remove_slot rename_cycle
        reopen_action replace_lead reply_to_support return_for_correction reviewer_parts set_bands set_dates set_grades set_sector_lead
        tell_panel upload_invitation_sheet whom_to_invite withdraw_invitations write_emails write_ladder write_local_statements
    """,
    frozenset({Role.RETURN_LEAD}): """
        answer_recommendation ask_for_support carry_answers change_action decide_consent download_calendar drop_action end_membership
        finish_action give_up_amendment hand_over hand_standard invite_person remove_evidence resume_action start_amendment submit_return
        take_back take_up_recommendation withdraw_submission
    """,
    frozenset({Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER}): """
        action_evidence challenge challenge_evidence challenges compare_submissions download_actions followed_action judge_standard
        judgement letter letter_pdf letters organisation_journey pack pack_pdf panel panel_calendar panel_pack panel_pack_pdf panels
        plan_quality read_statement received_pdf received_xlsx submission submission_evidence support support_conversations triage
        watch_actions
    """,
    frozenset({Role.CONTRIBUTOR, Role.RETURN_LEAD}): """
        add_evidence confirm_answers finish_part mark_not_applicable plan_action save_action save_answer save_narrative
        unmark_not_applicable update_progress
    """,
    frozenset({Role.OFFICER, Role.REVIEWER}): """
        agree_level ask_consent change_good_practice change_recommendation close_challenge give_recommendation give_recommendations
        raise_challenge record_outcome
    """,
    frozenset({Role.SCRUTINEER}): """
        give_opinion write_opinion
    """,
}


def test_every_line_that_leaves_out_a_role_of_its_scope_grants_these() -> None:
    told = {name: roles for roles, names in NARROWER.items() for name in names.split()}
    granted = {name: access.roles for name, access in ACCESS.items() if access.roles != WHOLE.get(access.scope, frozenset())}
    assert granted == told
