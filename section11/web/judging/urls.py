from django.urls import path

from section11.web.judging import (
    answer_recommendation,
    ask_consent,
    change_good_practice,
    change_recommendation,
    decide_consent,
    draw_sample,
    give_opinion,
    give_recommendation,
    give_recommendations,
    good_practice,
    judge_standard,
    judgement,
    opinions,
    recommendations,
    set_grades,
    shared_practice,
    take_up_recommendation,
    triage,
    write_opinion,
)

PARTNERSHIP = "p/<slug:partnership>"
SUBMISSION = f"{PARTNERSHIP}/submissions/<str:reference>"
CYCLE = f"{PARTNERSHIP}/cycles/<slug:cycle>"
ORGANISATION = "o/<slug:organisation>"

urlpatterns = [
    path(f"{SUBMISSION}/judgement", judgement.judgement, name="judgement"),
    path(f"{SUBMISSION}/recommendations/give", give_recommendations.give_recommendations, name="give_recommendations"),
    path(f"{SUBMISSION}/standards/<str:standard_ref>/judge", judge_standard.judge_standard, name="judge_standard"),
    path(
        f"{PARTNERSHIP}/recommendations/<int:recommendation>/change",
        change_recommendation.change_recommendation,
        name="change_recommendation",
    ),
    path(f"{PARTNERSHIP}/recommendations/<int:recommendation>/give", give_recommendation.give_recommendation, name="give_recommendation"),
    path(f"{PARTNERSHIP}/good-practice/<int:practice>/ask", ask_consent.ask_consent, name="ask_consent"),
    path(f"{PARTNERSHIP}/good-practice/<int:practice>/change", change_good_practice.change_good_practice, name="change_good_practice"),
    path(f"{CYCLE}/good-practice", good_practice.good_practice, name="good_practice"),
    path(f"{CYCLE}/grades", set_grades.set_grades, name="set_grades"),
    path(f"{CYCLE}/opinions", opinions.opinions, name="opinions"),
    path(f"{CYCLE}/opinions/give", give_opinion.give_opinion, name="give_opinion"),
    path(f"{CYCLE}/opinions/write", write_opinion.write_opinion, name="write_opinion"),
    path(f"{CYCLE}/read-first", triage.triage, name="triage"),
    path(f"{CYCLE}/read-first/sample", draw_sample.draw_sample, name="draw_sample"),
    path(f"{ORGANISATION}/good-practice", shared_practice.shared_practice, name="shared_practice"),
    path(f"{ORGANISATION}/good-practice/<int:asked>/decide", decide_consent.decide_consent, name="decide_consent"),
    path(f"{ORGANISATION}/recommendations", recommendations.recommendations, name="recommendations"),
    path(
        f"{ORGANISATION}/recommendations/<int:given>/answer",
        answer_recommendation.answer_recommendation,
        name="answer_recommendation",
    ),
    path(
        f"{ORGANISATION}/recommendations/<int:given>/take-up",
        take_up_recommendation.take_up_recommendation,
        name="take_up_recommendation",
    ),
]
