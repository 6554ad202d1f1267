from datetime import date, datetime, timedelta

import pytest

from section11.cycles.models import LadderStep
from section11.cycles.operations.extend_invitations import extend_invitations
from section11.cycles.rules.ladder import STARTER, rung_moment
from section11.cycles.vocabulary import CycleState, InvitationState, LadderKind
from section11.directory.models import Membership, Person, SectorLead
from section11.directory.vocabulary import Role
from section11.notices.kinds.ladder import FRESH, ladder_at
from section11.notices.models import Email
from section11.notices.operations.make_due_emails import make_due_emails
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import message_id
from tests.factories.cycles import DUE, make_ladder
from tests.factories.directory import make_membership, make_person, make_viewer
from tests.factories.returns import Opened, answer_everything, open_return, sign_and_submit
from tests.racing import failures, race

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def opened() -> Opened:
    found = open_return()
    make_ladder(found.cycle)
    return found


def climb(at: datetime) -> list[Email]:
    """What the ladder tells at that moment, for the first time."""
    before = set(Email.objects.values_list("pk", flat=True))
    make_due_emails(at=at, kinds=(ladder_at(at),))
    return list(Email.objects.exclude(pk__in=before).order_by("pk"))


def email_of(viewer) -> str:
    return Person.objects.get(pk=viewer.person_id).email


def test_each_rung_goes_once_to_whom_it_is_for(opened: Opened):
    deputy = make_membership(role=Role.RETURN_LEAD, of=opened.unit, is_deputy=True).person
    strategic = make_viewer(Role.EXECUTIVE_VIEWER, of=opened.cycle.partnership)
    SectorLead.objects.create(sector=opened.invitation.sector, person_id=strategic.person_id, since=rung_moment(DUE, -100))
    lead, senior = email_of(opened.lead), email_of(opened.signatory)
    told = []
    for rung in STARTER:
        moment = rung_moment(DUE, rung.days)
        assert climb(moment - timedelta(minutes=1)) == []
        told.append([(email.kind, email.to) for email in climb(moment)])
        assert climb(moment + timedelta(minutes=1)) == []
    assert told == [
        [(EmailKind.LADDER_REMINDER, lead)],
        [(EmailKind.LADDER_REMINDER, lead)],
        [(EmailKind.LADDER_OVERDUE, lead), (EmailKind.LADDER_OVERDUE, deputy.email)],
        [(EmailKind.LADDER_OVERDUE, lead), (EmailKind.LADDER_OVERDUE, deputy.email)],
        [(EmailKind.LADDER_SENIOR, senior), (EmailKind.LADDER_SENIOR, lead), (EmailKind.LADDER_SENIOR, deputy.email)],
        [(EmailKind.LADDER_STRATEGIC_LEAD, email_of(strategic))],
    ]
    assert climb(rung_moment(DUE, 200)) == []


def test_says_from_whom_by_when_and_where_and_has_a_stable_message_id(opened: Opened):
    [email] = climb(rung_moment(DUE, -7))
    assert email.about == f"ladder:reminder:-7:{opened.invitation.pk}:{opened.lead.person_ref.removeprefix('person:')}"
    assert email.message_id == message_id(email.about)
    assert (email.subject_ref, email.partnership_ref) == (opened.invitation.ref, opened.cycle.partnership.ref)
    assert f"a reminder for {opened.participation.name}" in email.subject
    assert "31 March 2027, end of day" in email.body
    assert "{" not in email.subject + email.body
    for days in (1, 14, 28):
        for one in climb(rung_moment(DUE, days)):
            assert opened.participation.name in one.subject
            assert "It was due: 31 March 2027, end of day" in one.body
            assert "{" not in one.subject + one.body


def test_the_partnerships_own_words_are_sent(opened: Opened):
    LadderStep.objects.filter(days=1).update(subject="{organisation}, please", body="Dear {name}: {link}\n")
    [email] = climb(rung_moment(DUE, 1))
    assert (email.subject, email.body.split("http")[0]) == (f"{opened.participation.name}, please", f"Dear {opened.lead.name}: ")


def test_what_was_missed_makes_no_burst(opened: Opened):
    """The ladder was written, or the scheduler was away, until long after: only the latest rung goes."""
    assert {email.kind for email in climb(rung_moment(DUE, 8))} == {EmailKind.LADDER_OVERDUE}
    assert {email.about.split(":")[2] for email in Email.objects.all()} == {"7"}


def test_an_extended_due_date_moves_what_has_not_gone(opened: Opened):
    assert len(climb(rung_moment(DUE, -7))) == 1
    extend_invitations(opened.officer, opened.cycle.slug, [opened.invitation.pk], due=DUE + 60 * DAY, at=rung_moment(DUE, -6))
    assert climb(rung_moment(DUE, 1)) == []
    later = DUE + 60 * DAY
    assert len(climb(rung_moment(later, -28))) == 1
    assert climb(rung_moment(later, -7)) == []  # it went, for the first due date
    assert len(climb(rung_moment(later, 1))) == 1


@pytest.mark.parametrize("state", [InvitationState.WITHDRAWN, InvitationState.EXEMPT])
def test_who_left_the_audit_is_told_nothing(opened: Opened, state: InvitationState):
    opened.invitation.state = state
    opened.invitation.save()
    assert climb(rung_moment(DUE, 1)) == []


def test_who_sent_the_return_is_told_nothing(opened: Opened):
    answer_everything(opened)
    sign_and_submit(opened)
    assert climb(rung_moment(DUE, 1)) == []


def test_a_closed_audit_and_one_without_a_due_date_tell_nothing(opened: Opened):
    opened.cycle.due = None
    opened.cycle.save()
    assert climb(rung_moment(DUE, 1)) == []
    opened.cycle.due, opened.cycle.state = DUE, CycleState.CLOSED
    opened.cycle.save()
    assert climb(rung_moment(DUE, 1)) == []


def test_a_senior_who_is_named_late_is_told_then(opened: Opened):
    Membership.objects.filter(role=Role.SIGNATORY).delete()
    assert climb(rung_moment(DUE, 14)) == []
    named = make_membership(make_person("Sam Senior"), Role.SIGNATORY, of=opened.unit)
    assert climb(rung_moment(DUE, 20))[0].to == named.person.email


def test_who_comes_long_after_a_rung_went_is_not_told_of_it(opened: Opened):
    moment = rung_moment(DUE, 7)
    assert len(climb(moment)) == 1
    early = make_membership(role=Role.RETURN_LEAD, of=opened.unit)
    assert [email.to for email in climb(moment + FRESH - timedelta(seconds=1))] == [early.person.email]
    make_membership(role=Role.RETURN_LEAD, of=opened.unit)
    assert climb(moment + FRESH) == []


def test_a_deputy_is_told_when_the_leads_address_comes_back(opened: Opened):
    deputy = make_membership(role=Role.RETURN_LEAD, of=opened.unit, is_deputy=True).person
    moment = rung_moment(DUE, -7)
    assert [email.to for email in climb(moment)] == [email_of(opened.lead)]
    Person.objects.filter(pk=opened.lead.person_id).update(bounced_at=moment)
    assert [email.to for email in climb(moment + DAY)] == [deputy.email]


def test_a_unit_with_its_own_due_date_climbs_by_that(opened: Opened):
    other = open_return(cycle=opened.cycle, due=date(2027, 1, 31))
    assert [email.subject_ref for email in climb(rung_moment(date(2027, 1, 31), -7))] == [other.invitation.ref]


def test_asks_the_database_little_whatever_the_number(opened: Opened, assert_queries):
    at = rung_moment(DUE, 1)
    with assert_queries(12) as few:
        make_due_emails(at=at, kinds=(ladder_at(at),))
    for _ in range(5):
        open_return(cycle=opened.cycle)
    with assert_queries(12) as many:
        make_due_emails(at=at, kinds=(ladder_at(at),))
    assert many.count <= few.count
    assert Email.objects.count() == 6


@pytest.mark.django_db(transaction=True)
def test_two_schedulers_at_once_make_each_rung_once(opened: Opened):
    at = rung_moment(DUE, 1)
    ends = race([lambda: make_due_emails(at=at, kinds=(ladder_at(at),)) for _ in range(3)])
    assert failures(ends) == []
    assert Email.objects.filter(kind=EmailKind.LADDER_OVERDUE).count() == 1
    assert LadderStep.objects.filter(kind=LadderKind.OVERDUE).count() == 2
