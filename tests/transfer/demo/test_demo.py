"""The demo as it stands after loading."""

import io
import json
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db.models import Count, Exists, F, Max, OuterRef, QuerySet

from section11.activity.models import ActivityEvent, Stream
from section11.activity.rules import FIRST, event_hash, head_mac
from section11.challenge.models import (
    AgreedLevel,
    Challenge,
    FollowUp,
    GoodPractice,
    Letter,
    Opinion,
    Panel,
    Recommendation,
    SamplePick,
    StandardGrade,
    SupportConversation,
)
from section11.cli.management.commands.demo import send_nothing
from section11.cycles.models import Contact, Cycle, Invitation, Reminder
from section11.cycles.vocabulary import CycleState, InvitationState, Progress
from section11.directory.models import Membership, Person, Registration
from section11.directory.vocabulary import RegistrationState
from section11.evidence.models import EvidenceItem
from section11.lib.clock import london_date
from section11.lib.viewer import system_viewer
from section11.notices.models import Email
from section11.notices.operations.make_due_emails import make_due_emails
from section11.notices.vocabulary import EmailState
from section11.plans.models import Action
from section11.returns.models import Amendment, Answer, Assignment, Return, ReturnInvitation, SignOff, StandardMark, Submission
from section11.returns.rules.counting import Counted, is_answered, is_asked
from section11.returns.vocabulary import SignOffState
from section11.standards.vocabulary import LevelClass
from section11.transfer.demo.folder import cycle_files
from section11.transfer.demo.load_demo import load_demo
from section11.transfer.demo.people import demo_people, listed_people
from tests.queries import assert_queries_below
from tests.transfer.demo.conftest import LOADED_AT

TODAY = london_date(LOADED_AT)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def live() -> Cycle:
    return Cycle.objects.get(partnership__slug="riverside", state=CycleState.OPEN)


def invitations() -> QuerySet[Invitation]:
    return Invitation.objects.filter(cycle=live())


def answers() -> QuerySet[Answer]:
    return Answer.objects.filter(Exists(ReturnInvitation.objects.filter(unit_return=OuterRef("unit_return"), invitation__cycle=live())))


def figures(cycle: str, *more: str) -> dict[str, Any]:
    out = io.StringIO()
    call_command("figures", "riverside", cycle, *more, stdout=out)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def rows_of_everything() -> dict[str, tuple[int, object]]:
    """How many rows each table has, and the highest key."""
    tables = [model for model in apps.get_models() if model.__module__.startswith("section11.")]
    return {model.__name__: (model._default_manager.count(), model._default_manager.aggregate(last=Max("pk"))["last"]) for model in tables}


def test_every_part_is_loaded(demo: list[str]) -> None:
    assert demo == ["riverside", "fenbridge", *(path.stem for path in cycle_files())]


def test_a_second_load_changes_nothing_and_returns_at_once() -> None:
    before = rows_of_everything()
    with assert_queries_below(100):
        assert list(load_demo(system_viewer("demo"), at=LOADED_AT + timedelta(days=1), after_day=send_nothing)) == []
    assert rows_of_everything() == before


def test_the_audit_is_in_the_middle_of_its_window() -> None:
    cycle = live()
    assert cycle.opens == TODAY - timedelta(days=30)
    assert cycle.due == TODAY + timedelta(days=20)
    assert cycle.local_statements.count() == 2


def test_returns_stand_everywhere() -> None:
    invited = invitations().filter(state=InvitationState.INVITED)
    assert Counter(invitations().values_list("state", flat=True)) == {"invited": 44, "withdrawn": 1, "exempt": 1}
    assert Counter(invited.values_list("progress", flat=True)) == {
        Progress.NOT_OPENED: 8,
        Progress.OPENED: 3,
        Progress.IN_PROGRESS: 10,
        Progress.WITH_SIGNATORY: 2,
        Progress.SIGNED: 1,
        Progress.SUBMITTED: 18,
        Progress.AMENDING: 2,  # one of them returned for correction
    }
    assert invited.filter(submissions=3).count() == 1  # amended twice
    assert invited.filter(submissions=2).count() == 1
    assert invited.filter(submissions=0, due__lt=TODAY).count() == 2  # overdue
    assert invited.filter(due__gt=F("cycle__due")).count() == 1  # extended


def test_what_is_asked_and_answered_is_counted() -> None:
    marks = set(StandardMark.objects.values_list("unit_return_id", "standard_id"))
    forms = dict(ReturnInvitation.objects.values_list("unit_return_id", "invitation__form"))
    asked, answered = Counter[int](), Counter[int]()
    rows = answers().values_list("unit_return_id", "statement__standard_id", "level_id", "carried", "last_level_id")
    for unit_return, standard, level, carried, last in rows:
        form, answer = forms[unit_return], Counted(level is not None, carried, last is not None)
        asked[unit_return] += is_asked(form, answer)
        answered[unit_return] += is_answered(form, answer, is_marked=(unit_return, standard) in marks)
    returns = dict(ReturnInvitation.objects.values_list("invitation_id", "unit_return_id"))
    for invitation in invitations().filter(state=InvitationState.INVITED):
        assert invitation.asked == asked[returns[invitation.pk]] > 0
        assert invitation.answered == answered[returns[invitation.pk]]


def test_reviews_tiny_forms_and_answers_carried_from_last_time() -> None:
    forms = Counter(invitations().values_list("form", "progress"))
    assert {(form, progress) for form, progress in forms if form in ("review", "tiny")} == {
        ("review", "submitted"),
        ("review", "in-progress"),
        ("tiny", "opened"),
        ("tiny", "not-opened"),
    }
    waiting = answers().filter(carried=True)
    assert set(waiting.values_list("unit_return__invited_by__invitation__form", flat=True)) == {"full", "review"}
    assert answers().filter(carried=False, last_level__isnull=False).exclude(last_level=F("level")).exists()


def test_deputies_bounces_and_a_reviewer_who_works_in_a_trust() -> None:
    assert Membership.objects.filter(is_deputy=True).count() == 1
    assert Person.objects.filter(bounced_at__isnull=False).count() == 1
    assert Membership.objects.filter(home_organisation__isnull=False).get().person.name == "Farida Khan"


def test_answers_of_every_kind() -> None:
    assert {level for level in answers().values_list("level__level_class", flat=True) if level} == set(LevelClass)
    assert answers().filter(see__isnull=False).count() == 2
    assert answers().exclude(no_action_reason="").exists()
    assert StandardMark.objects.count() == 2
    assert set(EvidenceItem.objects.values_list("kind", flat=True)) == {"file", "link", "reference"}
    assert answers().annotate(cited=Count("citations")).filter(cited__gt=0).count() > 40
    assert 0 < Assignment.objects.filter(done_at=None).count() < Assignment.objects.count()


def test_actions_overdue_red_and_wanting_help() -> None:
    assert Action.objects.filter(due__lt=TODAY, rag="red").count() == 2
    assert Action.objects.filter(wants_help=True).count() >= 3
    assert set(Action.objects.values_list("state", flat=True)) >= {"open", "done", "confirmed"}
    assert Action.objects.exclude(help_wanted="").filter(help_reply="").exists()
    assert Action.objects.exclude(reopened_reason="").exists()
    assert set(Action.objects.values_list("rag", flat=True)) == {"", "red", "amber", "green"}


def test_signing_off_of_every_kind() -> None:
    latest = {sign_off.unit_return_id: sign_off.state for sign_off in SignOff.objects.order_by("asked_at", "pk")}
    states = Counter(latest.values())
    assert states[SignOffState.ASKED] == 2
    assert states[SignOffState.SENT_BACK] == 1
    assert states[SignOffState.APPROVED] == 21
    assert Amendment.objects.filter(ended_at=None).count() == 2
    assert Amendment.objects.exclude(returned_by="").count() == 1


def test_officers_have_chased() -> None:
    assert Reminder.objects.count() == 13
    assert {contact.kind for contact in Contact.objects.all()} == {"phone", "email"}
    states = Counter(Registration.objects.values_list("state", flat=True))
    assert states == {RegistrationState.WAITING: 1, RegistrationState.DECLINED: 1, RegistrationState.APPROVED: 1}


def test_last_time_stands_beside_this_time() -> None:
    before = ReturnInvitation.objects.filter(invitation__cycle__slug="section-11-audit-2024").values("unit_return")
    now = Return.objects.filter(invited_by__invitation__cycle=live(), previous__in=before)
    assert now.count() == before.count() > 10
    assert figures("section-11-audit-2024", "--basis", "agreed") != figures("section-11-audit-2024")


def test_its_figures_are_worth_a_look() -> None:
    found = figures(live().slug)
    assert found["approached"] == 44
    assert found["responded"] == Submission.objects.filter(number=1, invitation__cycle=live()).count() == 20
    assert all(band["count"] for band in found["bands"])
    assert [one["organisation"] for one in found["follow_up"]] == ["quillford-swimming-club"]
    assert [one["must_meet_missed"] for one in found["returns"] if one["must_meet_missed"]] == [["6.1"], ["12.1"]]
    shares = [one["met_share"] for one in found["statements"] if sum(one["levels"].values()) >= 5]
    assert min(shares) < 0.6
    assert max(shares) == 1


def test_every_chain_of_events_is_whole_and_in_order() -> None:
    for stream in Stream.objects.all():
        previous, last = FIRST, None
        events = list(stream.events.order_by("number"))
        assert [event.number for event in events] == list(range(1, stream.length + 1))
        for event in events:
            told = {"at": event.at, "actor": event.actor, "verb": event.verb, "subject": event.subject, "details": event.details}
            assert event.hash == event_hash(stream=stream.ref, number=event.number, previous=previous, **told)
            assert last is None or event.at >= last
            previous, last = event.hash, event.at
        assert stream.head == previous
        assert stream.head_mac == head_mac(key=settings.ACTIVITY_KEY, stream=stream.ref, length=stream.length, head=previous)
    assert not ActivityEvent.objects.filter(at__gt=LOADED_AT).exists()


def test_past_emails_are_there_as_sent_and_only_a_handful_is_due() -> None:
    sent = Email.objects.filter(state=EmailState.SENT)
    assert sent.count() == Email.objects.count() > 100
    assert sent.filter(kind="invitation", partnership_ref=live().partnership.ref).count() == 45  # and one is due
    made = make_due_emails(at=LOADED_AT)
    due = Email.objects.filter(state=EmailState.DUE)
    assert due.count() == made < 15
    assert {"invitation", "reminder", "sign-off-asked", "receipt", "registration-waiting"} <= set(due.values_list("kind", flat=True))
    assert all(to.endswith(".example") for to in Email.objects.values_list("to", flat=True))


def test_its_people_can_be_signed_in_as() -> None:
    assert [(person.name, person.about) for person in demo_people()] == [(name, line) for _, name, line in listed_people()]
    assert all(email.endswith(".example") for email in Person.objects.values_list("email", flat=True))


def test_the_command_says_that_it_is_there() -> None:
    out = io.StringIO()
    call_command("demo", stdout=out)
    assert "The demo is there already." in out.getvalue()
    assert "  Helen Osei: Officer." in out.getvalue()


def test_the_partnership_has_work_in_every_state() -> None:
    states = {
        model: set(model.objects.filter(**{f"{path}cycle": live()}).values_list("state", flat=True))
        for model, path in ((Challenge, "invitation__"), (FollowUp, "invitation__"), (SupportConversation, "invitation__"), (Panel, ""))
    }
    assert states[Challenge] == {"open", "answered", "closed"}
    assert states[FollowUp] == {"open", "acknowledged", "closed"}
    assert states[SupportConversation] == {"needed", "agreed", "logged", "closed"}
    assert states[Panel] == {"planned", "held"}
    assert set(Letter.objects.values_list("state", flat=True)) == {"draft", "approved"}
    assert set(GoodPractice.objects.values_list("state", flat=True)) == {"marked", "asked", "agreed"}
    assert set(Recommendation.objects.values_list("state", flat=True)) == {"draft", "taken-up"}
    assert AgreedLevel.objects.filter(invitation__cycle=live()).count() == 2
    assert (StandardGrade.objects.count(), Opinion.objects.filter(state="given").count(), SamplePick.objects.count()) == (3, 1, 3)
