from datetime import timedelta

import pytest

from section11.directory.queries.invited_links import read_invited_token
from section11.directory.vocabulary import Role
from section11.notices.kinds.invitation import KIND
from section11.notices.vocabulary import EmailKind
from tests.factories.cycles import make_cycle, make_invitation
from tests.factories.directory import make_membership, make_person
from tests.factories.notices import texts
from tests.factories.returns import AT, make_answering_edition, open_return

pytestmark = pytest.mark.django_db
BEFORE = AT - timedelta(minutes=1)


def test_goes_to_every_lead_in_the_partnerships_own_words():
    opened = open_return()
    cycle = opened.cycle
    cycle.email_subject, cycle.email_body = (
        "{cycle} for {organisation}",
        "Dear {name}\n\n{link}\n{due}\n{contact}\n{partnership} {other} {0} %s",
    )
    cycle.save()
    make_membership(role=Role.RETURN_LEAD, of=opened.unit)
    found = texts(KIND, BEFORE)
    assert len(found) == 2
    notice, text = found[0]
    assert notice.kind == EmailKind.INVITATION
    assert notice.subject_ref == f"invitation:{opened.invitation.pk}"
    assert notice.partnership_id == cycle.partnership_id
    assert notice.reply_to == "business.unit@example.org"
    assert text.subject == f"{cycle.title} for {opened.participation.name}"
    assert text.body.startswith(f"Dear {opened.lead.name}\n\nhttp://127.0.0.1:8000/invited/")
    assert "31 March 2027, end of day\nbusiness.unit@example.org\n" in text.body
    assert text.body.endswith(f"{cycle.partnership.name} {{other}} {{0}} %s\n")
    assert len({notice.about for notice, _ in found}) == 2


def test_its_link_says_who_asks_for_what_and_leads_to_the_return():
    opened = open_return()
    [(_, text)] = texts(KIND, BEFORE)
    token = text.body.partition("/invited/")[2].split()[0]
    link = read_invited_token(token)
    assert link.person_ref == opened.lead.person_ref
    assert link.page == f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}"
    assert link.by == opened.cycle.partnership.name
    assert opened.participation.name in link.what


def test_what_names_hold_is_never_read_as_a_placeholder():
    opened = open_return()
    opened.cycle.email_body = "{name} {link}"
    opened.cycle.save()
    make_membership(make_person("{link} {{ 7 * 7 }}"), Role.RETURN_LEAD, of=opened.unit)
    assert any(text.body.startswith("{link} {{ 7 * 7 }} http") for _, text in texts(KIND, BEFORE))


def test_an_own_due_date_counts():
    opened = open_return(due=AT.date() + timedelta(days=30))
    assert "4 November 2026, end of day" in texts(KIND, BEFORE)[0][1].body
    assert opened.return_id


def test_is_not_due_before_the_return_is_there_nor_to_those_left_out():
    cycle = make_cycle(edition=make_answering_edition())
    make_membership(role=Role.RETURN_LEAD, of=make_invitation(cycle).unit)
    assert texts(KIND, BEFORE) == []
    opened = open_return()
    opened.invitation.state = "withdrawn"
    opened.invitation.save()
    assert texts(KIND, BEFORE) == []


def test_is_not_due_in_a_closed_cycle_nor_again_later():
    opened = open_return()
    assert texts(KIND, AT) == []
    opened.cycle.state = "closed"
    opened.cycle.save()
    assert texts(KIND, BEFORE) == []


def test_nobody_else_of_the_unit_gets_it():
    opened = open_return()
    gone = make_membership(role=Role.RETURN_LEAD, of=opened.unit)
    gone.ended_at = AT
    gone.save()
    make_membership(make_person(is_active=False), Role.RETURN_LEAD, of=opened.unit)
    [(notice, _)] = texts(KIND, BEFORE)
    assert notice.recipient.person_ref == opened.lead.person_ref


def test_a_lead_who_comes_later_is_welcomed():
    opened = open_return()
    new = make_membership(make_person("Noor New"), Role.RETURN_LEAD, of=opened.unit, started_at=AT + timedelta(days=3))
    [(notice, text)] = texts(KIND, AT + timedelta(days=2))
    assert notice.kind == EmailKind.NEW_LEAD
    assert notice.recipient.email == new.person.email
    assert "you are now a return lead" in text.subject
    assert "Dear Noor New" in text.body
    assert "/invited/" in text.body


def test_asks_the_database_little_whatever_the_number(assert_queries):
    cycle = open_return().cycle
    for _ in range(5):
        open_return(cycle=cycle)
    with assert_queries(3):
        assert len(texts(KIND, BEFORE)) == 6
