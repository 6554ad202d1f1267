"""The addresses in emails are those of pages that are there."""

import pytest
from django.urls import resolve

from section11.directory.queries.due_emails import Recipient
from section11.notices import links


@pytest.mark.parametrize(
    ("page", "route"),
    [
        (links.organisation_page("oak"), "organisation_returns"),
        (links.people_page("oak"), "organisation_people"),
        (links.return_page("oak", 7), "return_tasks"),
        (links.sign_off_page("oak", 7), "sign_off"),
        (links.submission_page("oak", 7, "AB12-CD34"), "own_submission"),
        (links.registrations_page("riverside"), "registrations"),
        (links.plan_page("oak"), "improvement_plan"),
        (links.action_page("oak", 7), "own_action"),
        (links.support_asked_page("riverside").partition("?")[0], "watch_actions"),
        (links.shared_practice_page("oak"), "shared_practice"),
        (links.recommendations_page("oak"), "recommendations"),
        (links.partnership_page("riverside"), "today"),
        (links.START, "start_here"),
        (links.own_panels_page("oak", 7), "own_panels"),
        (links.panel_page("riverside", "audit", 7), "panel"),
        (links.own_letter_page("oak", 7, 3), "own_letter"),
        (links.challenge_page("riverside", "audit", 7), "challenge"),
        (links.own_challenges_page("oak", 7), "own_challenges"),
        (links.follow_ups_page("riverside", "audit"), "follow_ups"),
        (links.follow_up_page("riverside", "audit", 7), "follow_up"),
    ],
)
def test_each_page_is_there(page, route):
    assert resolve(page).url_name == route


def test_who_is_nobody_here_yet_gets_a_plain_address():
    assert links.invited(Recipient("Ann", "ann@example.org"), "/", by="Riverside", what="register") == "http://127.0.0.1:8000/"
