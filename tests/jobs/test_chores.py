from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.utils import timezone

from section11.activity.models import ActivityEvent
from section11.jobs import chores
from section11.returns.models import ReturnInvitation
from tests.factories.cycles import make_cycle, make_invitation
from tests.factories.returns import AT, open_return


@pytest.mark.django_db
def test_every_chore_runs_on_an_empty_database(at):
    for chore in chores.CHORES:
        chore.run(at, lambda: False)


@pytest.mark.django_db
def test_expired_sessions_go_and_others_stay(at):
    Session.objects.create(session_key="old", session_data="", expire_date=timezone.now() - timedelta(hours=1))
    Session.objects.create(session_key="new", session_data="", expire_date=timezone.now() + timedelta(hours=1))
    chores.drop_sessions(at, lambda: False)
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]


@pytest.mark.django_db
def test_emails_are_made_and_sent_in_one_go():
    opened = open_return()
    chores.tell(AT, lambda: False)
    assert [message.to for message in mail.outbox if opened.cycle.title in message.subject] != []


def test_names_are_told_apart():
    assert len({chore.name for chore in chores.CHORES}) == len(chores.CHORES)


@pytest.mark.django_db
def test_who_was_invited_and_has_no_return_gets_one():
    cycle, other = make_cycle(), make_cycle()
    invited = [make_invitation(one).pk for one in (cycle, cycle, other)]
    chores.open_missing_returns(AT, lambda: True)
    assert not ReturnInvitation.objects.exists()
    for _ in range(2):
        chores.open_missing_returns(AT, lambda: False)
        assert sorted(ReturnInvitation.objects.values_list("invitation", flat=True)) == invited
    assert ActivityEvent.objects.filter(verb="opened-returns", actor="system:scheduler").count() == 2
