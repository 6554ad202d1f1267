import pytest

from section11.cycles.models import Invitation
from section11.directory.vocabulary import Role
from section11.lib.errors import Refused
from section11.plans.rules import ActionText
from section11.returns.models import Return, SignOff
from section11.returns.operations.approve_return import approve_return
from section11.returns.operations.ask_sign_off import ask_sign_off
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from section11.returns.operations.plan_action import plan_action
from section11.returns.rules.checking import GAP_WORDS, Gap
from tests.factories.directory import make_membership, make_unit
from tests.factories.returns import ACTION, AT, Opened, answer_everything, ask, in_organisation, membership_id, open_return, rate, read_by
from tests.people import let_in, person_of
from tests.returns.around import events, people_around

pytestmark = pytest.mark.django_db


def signatory(opened: Opened) -> int:
    return membership_id(opened.signatory, Role.SIGNATORY, opened.unit)


def problems(opened: Opened, membership: int) -> dict[str, str]:
    with pytest.raises(Refused) as told:
        ask_sign_off(opened.lead, opened.return_id, membership, at=AT)
    assert not SignOff.objects.exists()
    assert Return.objects.get(pk=opened.return_id).state == "open"
    assert Invitation.objects.get(pk=opened.invitation.pk).progress in ("in-progress", "not-opened")
    assert not events("asked-sign-off")
    return told.value.problems


def test_it_goes_to_the_signatory_and_is_told_to_the_organisation() -> None:
    opened = open_return()
    answer_everything(opened)
    ask(opened)
    asked = SignOff.objects.get()
    assert (asked.signatory_id, asked.state, asked.asked_at) == (opened.signatory.person_id, "asked", AT)
    assert (asked.asked_by, asked.asked_by_name, asked.content_hash) == (opened.lead.person_ref, opened.lead.name, "")
    assert Return.objects.get(pk=opened.return_id).state == "with-signatory"
    assert Invitation.objects.get(pk=opened.invitation.pk).progress == "with-signatory"
    details = {"signatory": opened.signatory.person_ref}
    assert events("asked-sign-off") == [(opened.organisation_stream, opened.lead.person_ref, f"return:{opened.return_id}", details)]


def test_the_lead_may() -> None:
    opened = open_return()
    answer_everything(opened)
    people = people_around(opened)
    assert let_in(people, lambda who: ask_sign_off(who, opened.return_id, signatory(opened), at=AT)) == {"lead"}


def test_everything_missing_is_told_at_once_by_statement() -> None:
    opened = open_return(local=["We know our neighbours"])
    rate(opened, "1.1", "unmet")
    rate(opened, "1.2", "na")
    rate(opened, "2.1", "partial")
    assert problems(opened, signatory(opened)) == {
        "1.1": f"{GAP_WORDS[Gap.REASON]}. {GAP_WORDS[Gap.ACTION]}",
        "1.2": GAP_WORDS[Gap.REASON],
        "2.1": GAP_WORDS[Gap.ACTION],
        "2.2": GAP_WORDS[Gap.LEVEL],
        "L1": GAP_WORDS[Gap.LEVEL],
    }


def test_a_missing_signatory_is_told_with_the_rest() -> None:
    opened = open_return()
    assert set(problems(opened, 4711)) == {"signatory", "1.1", "1.2", "2.1", "2.2"}


def test_reasons_actions_and_marks_fill_the_gaps() -> None:
    opened = open_return()
    rate(opened, "1.1", "unmet", reason="New here")
    plan_action(opened.lead, opened.return_id, "1.1", ACTION, at=AT)
    rate(opened, "1.2", "partial", no_action_reason="Done by the council")
    mark_not_applicable(opened.lead, opened.return_id, "2", "No staff", at=AT)
    ask(opened)


def test_an_unfinished_action_fills_no_gap() -> None:
    opened = open_return()
    answer_everything(opened)
    rate(opened, "1.1", "partial")
    plan_action(opened.lead, opened.return_id, "1.1", ActionText(what="Something"), at=AT)
    assert set(problems(opened, signatory(opened))) == {"1.1"}


def test_who_signs_is_a_signatory_of_this_unit_now() -> None:
    opened = open_return()
    answer_everything(opened)
    left = make_membership(role=Role.SIGNATORY, of=opened.unit, ended_at=AT)
    beside = make_membership(role=Role.SIGNATORY, of=make_unit(opened.unit.organisation))
    lead = membership_id(opened.lead, Role.RETURN_LEAD, opened.unit)
    for membership in (left.pk, beside.pk, lead, make_membership(role=Role.SIGNATORY).pk):
        assert set(problems(opened, membership)) == {"signatory"}


def test_in_a_tiny_body_the_lead_signs_too() -> None:
    opened = open_return()
    answer_everything(opened)
    held = make_membership(person_of(opened.lead), Role.SIGNATORY, of=opened.unit)
    ask_sign_off(opened.lead, opened.return_id, held.pk, at=AT)
    assert SignOff.objects.get().signatory_id == opened.lead.person_id
    approve_return(
        in_organisation(held.person, opened),
        opened.return_id,
        read=read_by(in_organisation(held.person, opened), opened.return_id),
        job_title="Head",
        at=AT,
    )
