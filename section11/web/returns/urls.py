from django.urls import path

from section11.web.plans import change_action, drop_action, improvement_plan
from section11.web.returns import (
    add_evidence,
    answer_history,
    check_return,
    evidence_file,
    evidence_list,
    finish_part,
    give_up_amendment,
    hand_standard,
    mark_not_applicable,
    organisation_returns,
    own_submission,
    plan_action,
    receipt,
    remove_evidence,
    return_tasks,
    save_action,
    save_answer,
    save_narrative,
    sign_off,
    standard,
    start_amendment,
    submissions,
    submit_return,
    take_back,
    unmark_not_applicable,
    your_returns,
)

ORGANISATION = "o/<slug:organisation>"
RETURN = f"{ORGANISATION}/returns/<int:return_id>"
STATEMENT = f"{RETURN}/statements/<str:statement_ref>"
STANDARD = f"{RETURN}/standards/<str:standard_ref>"

urlpatterns = [
    path("your-returns", your_returns.your_returns, name="your_returns"),
    path(f"{ORGANISATION}/returns", organisation_returns.organisation_returns, name="organisation_returns"),
    path(RETURN, return_tasks.return_tasks, name="return_tasks"),
    path(f"{RETURN}/check", check_return.check_return, name="check_return"),
    path(f"{RETURN}/evidence", evidence_list.evidence_list, name="evidence_list"),
    path(f"{RETURN}/evidence/<int:item_id>/remove", remove_evidence.remove_evidence, name="remove_evidence"),
    path(f"{RETURN}/give-up-amendment", give_up_amendment.give_up_amendment, name="give_up_amendment"),
    path(f"{RETURN}/hand-standards", hand_standard.hand_standard, name="hand_standard"),
    path(f"{RETURN}/sign-off", sign_off.sign_off, name="sign_off"),
    path(f"{RETURN}/start-amendment", start_amendment.start_amendment, name="start_amendment"),
    path(f"{RETURN}/submissions", submissions.submissions, name="submissions"),
    path(f"{RETURN}/submissions/<str:reference>", own_submission.own_submission, name="own_submission"),
    path(f"{RETURN}/submissions/<str:reference>/receipt", receipt.receipt, name="receipt"),
    path(f"{RETURN}/submit", submit_return.submit_return, name="submit_return"),
    path(f"{RETURN}/take-back", take_back.take_back, name="take_back"),
    path(STANDARD, standard.standard, name="standard"),
    path(f"{STANDARD}/finish-part", finish_part.finish_part, name="finish_part"),
    path(f"{STANDARD}/mark-not-applicable", mark_not_applicable.mark_not_applicable, name="mark_not_applicable"),
    path(f"{STANDARD}/narratives/<slug:prompt>/save", save_narrative.save_narrative, name="save_narrative"),
    path(f"{STANDARD}/unmark-not-applicable", unmark_not_applicable.unmark_not_applicable, name="unmark_not_applicable"),
    path(f"{STATEMENT}/action/save", save_action.save_action, name="save_action"),
    path(f"{STATEMENT}/actions/add", plan_action.plan_action, name="plan_action"),
    path(f"{STATEMENT}/evidence/add", add_evidence.add_evidence, name="add_evidence"),
    path(f"{STATEMENT}/history", answer_history.answer_history, name="answer_history"),
    path(f"{STATEMENT}/save", save_answer.save_answer, name="save_answer"),
    path(f"{ORGANISATION}/evidence/<int:item_id>/file", evidence_file.evidence_file, name="evidence_file"),
    path(f"{ORGANISATION}/plan", improvement_plan.improvement_plan, name="improvement_plan"),
    path(f"{ORGANISATION}/plan/<int:action_id>/change", change_action.change_action, name="change_action"),
    path(f"{ORGANISATION}/plan/<int:action_id>/drop", drop_action.drop_action, name="drop_action"),
]
