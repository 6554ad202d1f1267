from django.urls import path

from section11.web.challenge import (
    agree_level,
    answer_challenge,
    challenge,
    challenge_evidence,
    challenges,
    close_challenge,
    own_challenges,
    raise_challenge,
    read_statement,
    reviewer_parts,
)

PARTNERSHIP = "p/<slug:partnership>"
SUBMISSION = f"{PARTNERSHIP}/submissions/<str:reference>"
STATEMENT = f"{SUBMISSION}/statements/<str:statement_ref>"
CYCLE = f"{PARTNERSHIP}/cycles/<slug:cycle>"
CHALLENGE = f"{CYCLE}/challenges/<int:challenge>"
RETURN = "o/<slug:organisation>/returns/<int:return_id>"

urlpatterns = [
    path(f"{SUBMISSION}/challenge", raise_challenge.raise_challenge, name="raise_challenge"),
    path(STATEMENT, read_statement.read_statement, name="read_statement"),
    path(f"{STATEMENT}/agree-level", agree_level.agree_level, name="agree_level"),
    path(f"{CYCLE}/challenges", challenges.challenges, name="challenges"),
    path(CHALLENGE, challenge.challenge, name="challenge"),
    path(f"{CHALLENGE}/close", close_challenge.close_challenge, name="close_challenge"),
    path(f"{CHALLENGE}/evidence/<int:item_id>/file", challenge_evidence.challenge_evidence, name="challenge_evidence"),
    path(f"{CYCLE}/reviewers", reviewer_parts.reviewer_parts, name="reviewer_parts"),
    path(f"{RETURN}/challenges", own_challenges.own_challenges, name="own_challenges"),
    path(f"{RETURN}/challenges/<int:challenge>", answer_challenge.answer_challenge, name="answer_challenge"),
]
