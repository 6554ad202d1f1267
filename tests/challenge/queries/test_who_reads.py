"""Each query of challenge answers the roles it names and nobody else: whatever page asks, and without the access table."""

import pytest

from section11.challenge.operations.agree_level import agree_level
from section11.challenge.queries.agreed_records import agreed_records
from section11.challenge.queries.both_ratings import both_ratings
from section11.challenge.queries.challenge_list import ChallengeFilter, challenges_of_cycle, waiting_challenges
from section11.challenge.queries.dealings import dealings
from section11.challenge.queries.follow_up_hands import own_follow_up
from section11.challenge.queries.given_files import given_file
from section11.challenge.queries.good_practice import practice_of_cycle
from section11.challenge.queries.judged_return import judged_return
from section11.challenge.queries.judged_standard import judged_standard
from section11.challenge.queries.judgement_notes import grades_of, judgement_notes
from section11.challenge.queries.letter_view import draft_view, letter_view
from section11.challenge.queries.letters import chosen_letters, letters_of_cycle
from section11.challenge.queries.note_to_write import practice_to_change, recommendation_to_change
from section11.challenge.queries.opinions import opinions
from section11.challenge.queries.panel_view import panel_head
from section11.challenge.queries.panels import panels_of_cycle
from section11.challenge.queries.panels_waiting import panels_waiting
from section11.challenge.queries.plan_gaps import plan_gaps
from section11.challenge.queries.rating_counts import count_ratings
from section11.challenge.queries.recipients import recipients
from section11.challenge.queries.support_list import support_list, support_of_invitation
from section11.challenge.queries.threads import challenge_thread
from section11.challenge.queries.triage import TriageFilter, triage
from section11.challenge.queries.waiting import waiting_help
from section11.challenge.queries.who_may_sit import who_may_sit
from section11.directory.vocabulary import Role
from tests.factories.directory import make_viewer
from tests.factories.follow_up import make_strategic_lead
from tests.factories.judging import make_grade
from tests.factories.readers import ELSEWHERE, EVERYBODY, OFFICERS, READERS, wrongly_answered
from tests.factories.returns import AT, partnership_viewer
from tests.factories.world import make_place

OWN = frozenset({ELSEWHERE})  # it answers about the viewer's own partnership
READS = {
    "agreed_records": (OFFICERS, lambda v, p: agreed_records(v, p.opened.cycle.pk)),
    "both_ratings": (EVERYBODY, lambda v, p: both_ratings(v, p.opened.cycle.pk, "1.1")),
    "challenge_thread": (READERS, lambda v, p: challenge_thread(v, p.parts["cycle"], p.parts["challenge"])),
    "challenges_of_cycle": (
        READERS,
        lambda v, p: challenges_of_cycle(v, p.parts["cycle"], ChallengeFilter(), page="1", today=AT.date()),
    ),
    "chosen_letters": (OFFICERS, lambda v, p: chosen_letters(v, p.parts["cycle"], [p.opened.invitation.pk])),
    "count_ratings": (EVERYBODY, lambda v, p: count_ratings(v, p.opened.cycle.pk, agreed=False).by_statement),
    "dealings": (EVERYBODY, lambda v, p: dealings(v, p.opened.invitation.pk)),
    "draft_view": (OFFICERS, lambda v, p: draft_view(v, p.parts["cycle"], p.parts["draft"])),
    "given_file": (READERS, lambda v, p: given_file(v, p.parts["cycle"], p.parts["challenge"], p.parts["item_id"])[2].close() is None),
    "grades_of": (READERS, lambda v, p: grades_of(v, p.opened.invitation.pk)),
    "judged_return": (READERS, lambda v, p: judged_return(v, p.parts["reference"])),
    "judged_standard": (READERS, lambda v, p: judged_standard(v, p.parts["reference"], "1")),
    "judgement_notes": (READERS, lambda v, p: judgement_notes(v, p.opened.invitation.pk)),
    "letter_view": (READERS, lambda v, p: letter_view(v, p.parts["cycle"], p.parts["letter"])),
    "letters_of_cycle": (READERS, lambda v, p: letters_of_cycle(v, p.parts["cycle"], group="", page="1")),
    "opinions": (EVERYBODY, lambda v, p: opinions(v, p.parts["cycle"])),
    "own_follow_up": (EVERYBODY, lambda v, p: own_follow_up(v, p.parts["follow_up"])),
    "panel_head": (READERS, lambda v, p: panel_head(v, p.parts["cycle"], p.parts["panel"])),
    "panels_of_cycle": (READERS, lambda v, p: panels_of_cycle(v, p.parts["cycle"], page="1")),
    "panels_waiting": (READERS | OWN, lambda v, p: panels_waiting(v, at=AT)),
    "plan_gaps": (READERS, lambda v, p: plan_gaps(v, p.parts["cycle"])),
    "practice_of_cycle": (EVERYBODY, lambda v, p: practice_of_cycle(v, p.parts["cycle"], state="", page="1")),
    "practice_to_change": (READERS, lambda v, p: practice_to_change(v, p.parts["practice"])),
    "recipients": (OFFICERS, lambda v, p: recipients(v, [p.opened.unit.pk])),
    "recommendation_to_change": (READERS, lambda v, p: recommendation_to_change(v, p.parts["recommendation"])),
    "support_list": (READERS, lambda v, p: support_list(v, p.parts["cycle"])),
    "support_of_invitation": (READERS, lambda v, p: support_of_invitation(v, p.parts["cycle"], p.opened.invitation.pk)),
    "triage": (READERS, lambda v, p: triage(v, p.parts["cycle"], TriageFilter(), page="1")),
    "waiting_help": (EVERYBODY | OWN, lambda v, p: waiting_help(v, at=AT) is not None),
    "who_may_sit": (OFFICERS | OWN, lambda v, p: who_may_sit(v, p.parts["panel"])),
}


@pytest.mark.django_db
def test_each_query_answers_its_roles_and_nobody_else() -> None:
    place = make_place()
    agree_level(place.opened.officer, place.parts["reference"], "1.1", "partial", "Seen on the day", version=0, at=AT)
    make_grade(place.opened, place.parts["reference"])
    assert wrongly_answered(READS, place) == []


@pytest.mark.django_db
def test_nothing_waits_for_an_officer_of_somewhere_else() -> None:
    place, elsewhere = make_place(), make_viewer()
    assert waiting_challenges(place.opened.officer) != []
    assert waiting_help(place.opened.officer, at=AT) != []
    assert waiting_challenges(elsewhere) == []
    assert waiting_help(elsewhere, at=AT) == []


@pytest.mark.django_db
def test_follow_ups_wait_for_the_sectors_own_lead_alone() -> None:
    place = make_place()
    lead = make_strategic_lead(place.opened)
    assert [one.kind for one in waiting_help(lead, at=AT)] == ["follow-up"]
    assert waiting_help(partnership_viewer(place.opened, Role.EXECUTIVE_VIEWER), at=AT) == []


@pytest.mark.django_db
def test_who_sits_on_a_foreign_panel_is_not_told() -> None:
    place, elsewhere = make_place(), make_viewer()
    assert who_may_sit(elsewhere, place.parts["panel"]) == who_may_sit(elsewhere)
