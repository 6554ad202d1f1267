from django.urls import path

from section11.web.plans import (
    action_evidence,
    ask_for_support,
    change_action,
    confirm_action,
    download_actions,
    download_calendar,
    drop_action,
    finish_action,
    followed_action,
    improvement_plan,
    own_action,
    plan_quality,
    reopen_action,
    reply_to_support,
    resume_action,
    update_progress,
    watch_actions,
)

PLAN = "o/<slug:organisation>/plan"
OWN = f"{PLAN}/<int:action_id>"
PARTNERSHIP = "p/<slug:partnership>"
FOLLOWED = f"{PARTNERSHIP}/actions/<int:action_id>"

urlpatterns = [
    path(PLAN, improvement_plan.improvement_plan, name="improvement_plan"),
    path(f"{PLAN}/calendar.ics", download_calendar.download_calendar, name="download_calendar"),
    path(OWN, own_action.own_action, name="own_action"),
    path(f"{OWN}/ask-for-support", ask_for_support.ask_for_support, name="ask_for_support"),
    path(f"{OWN}/change", change_action.change_action, name="change_action"),
    path(f"{OWN}/drop", drop_action.drop_action, name="drop_action"),
    path(f"{OWN}/finish", finish_action.finish_action, name="finish_action"),
    path(f"{OWN}/resume", resume_action.resume_action, name="resume_action"),
    path(f"{OWN}/update", update_progress.update_progress, name="update_progress"),
    path(f"{PARTNERSHIP}/actions", watch_actions.watch_actions, name="watch_actions"),
    path(f"{PARTNERSHIP}/actions/download", download_actions.download_actions, name="download_actions"),
    path(FOLLOWED, followed_action.followed_action, name="followed_action"),
    path(f"{FOLLOWED}/confirm", confirm_action.confirm_action, name="confirm_action"),
    path(f"{FOLLOWED}/evidence/<int:item_id>/file", action_evidence.action_evidence, name="action_evidence"),
    path(f"{FOLLOWED}/reopen", reopen_action.reopen_action, name="reopen_action"),
    path(f"{FOLLOWED}/reply", reply_to_support.reply_to_support, name="reply_to_support"),
    path(f"{PARTNERSHIP}/cycles/<slug:cycle>/plan-quality", plan_quality.plan_quality, name="plan_quality"),
]
