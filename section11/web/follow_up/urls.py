from django.urls import path

from section11.web.follow_up import (
    agree_support,
    close_support,
    follow_up,
    follow_ups,
    log_support,
    pick_for_follow_up,
    support,
    support_conversations,
)

CYCLE = "p/<slug:partnership>/cycles/<slug:cycle>"
INVITATION = f"{CYCLE}/invitations/<int:invitation>"

urlpatterns = [
    path(f"{CYCLE}/follow-ups", follow_ups.follow_ups, name="follow_ups"),
    path(f"{CYCLE}/follow-ups/<int:follow_up>", follow_up.follow_up, name="follow_up"),
    path(f"{INVITATION}/follow-up", pick_for_follow_up.pick_for_follow_up, name="pick_for_follow_up"),
    path(f"{CYCLE}/support", support_conversations.support_conversations, name="support_conversations"),
    path(f"{INVITATION}/support", support.support, name="support"),
    path(f"{INVITATION}/support/agree", agree_support.agree_support, name="agree_support"),
    path(f"{INVITATION}/support/log", log_support.log_support, name="log_support"),
    path(f"{INVITATION}/support/close", close_support.close_support, name="close_support"),
]
