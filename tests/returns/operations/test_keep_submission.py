"""What a submission holds: everything that was there, said once, and nothing that changes later."""

from datetime import date, timedelta

import pytest

from section11.activity.models import AppendOnly
from section11.activity.models.append_only import NeverChanged
from section11.directory.models import Person
from section11.evidence.operations.remove_evidence import remove_evidence
from section11.plans.rules import ActionText
from section11.returns.models import (
    SignOff,
    StandardCount,
    Submission,
    SubmittedAction,
    SubmittedAnswer,
    SubmittedEvidence,
    SubmittedNarrative,
)
from section11.returns.operations.approve_return import approve_return
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from section11.returns.operations.plan_action import plan_action
from section11.returns.operations.save_narrative import save_narrative
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.operations.submit_return import submit_return
from section11.returns.queries.draft import draft
from section11.returns.queries.frozen import frozen
from section11.returns.queries.head import return_head
from tests.factories.directory import make_sector
from tests.factories.returns import ACTION, AT, Opened, ask, make_reference, open_return, rate, read_by, sign_and_submit

pytestmark = pytest.mark.django_db
HELP = ActionText(wants_help=True)


def full_return() -> Opened:
    """A return with something in every place that a submission keeps."""
    opened = open_return(local=["We know our neighbours", "We know their dogs"])
    rate(opened, "1.1", "unmet", comment="Not yet", reason="New here", see="1.2")
    plan_action(opened.lead, opened.return_id, "1.1", ACTION, at=AT)
    plan_action(opened.lead, opened.return_id, "1.1", HELP, at=AT)
    rate(opened, "1.2", "partial", no_action_reason="Done by the council")
    rate(opened, "2.1", "met", comment="Underneath the mark")
    mark_not_applicable(opened.lead, opened.return_id, "2", "No staff", at=AT)
    rate(opened, "L1", "met", see="L2")
    rate(opened, "L2", "na", reason="No dogs")
    for title in ("Rota", "Handbook"):
        cite_evidence(opened.lead, opened.return_id, "1.1", make_reference(opened, title), at=AT)
    save_narrative(opened.lead, opened.return_id, "1", "how", "We meet", version=0, at=AT)
    return opened


def test_every_answer_is_kept_and_a_marked_standard_gives_its_reason_to_each_statement() -> None:
    opened = full_return()
    sign_and_submit(opened)
    rows = SubmittedAnswer.objects.values_list(
        "statement__ref", "level__key", "comment", "reason", "no_action_reason", "see__ref", "has_action"
    )
    assert sorted(rows) == [
        ("1.1", "unmet", "Not yet", "New here", "", "1.2", True),
        ("1.2", "partial", "", "", "Done by the council", None, False),
        ("2.1", "na", "", "No staff", "", None, False),
        ("2.2", "na", "", "No staff", "", None, False),
        ("L1", "met", "", "", "", "L2", False),
        ("L2", "na", "", "No dogs", "", None, False),
    ]


def test_narratives_evidence_and_plan_are_kept() -> None:
    opened = full_return()
    sign_and_submit(opened)
    assert list(SubmittedNarrative.objects.values_list("standard__ref", "prompt", "text")) == [("1", "how", "We meet")]
    evidence = SubmittedEvidence.objects.values_list("answer__statement__ref", "order", "title", "kind", "where")
    assert list(evidence) == [("1.1", 0, "Rota", "reference", "In the office"), ("1.1", 1, "Handbook", "reference", "In the office")]
    plan = SubmittedAction.objects.values_list("order", "statement__ref", "what", "how", "who", "due", "wants_help")
    assert list(plan) == [
        (0, "1.1", "Train every volunteer", "Two evenings", "Deputy head", date(2027, 1, 3), False),
        (1, "1.1", "", "", "", None, True),
    ]


def test_levels_are_counted_by_standard() -> None:
    opened = full_return()
    sign_and_submit(opened)
    rows = StandardCount.objects.values_list("standard__ref", "level__key", "count")
    assert sorted(rows) == [("1", "partial", 1), ("1", "unmet", 1), ("2", "na", 2), ("L", "met", 1), ("L", "na", 1)]


def test_the_hash_is_that_of_what_was_signed() -> None:
    opened = full_return()
    before = frozen(draft(opened.lead, return_head(opened.lead, opened.return_id))).content_hash
    sign_and_submit(opened)
    made = Submission.objects.get()
    assert made.content_hash == before
    assert made.unit_return.sign_offs.get().content_hash == before


def test_form_and_sector_are_kept_as_they_were() -> None:
    opened = open_return(form="light")
    sector = make_sector(opened.cycle.partnership, key="small-schools")
    opened.invitation.sector = sector
    opened.invitation.save()
    for ref in ("1.1", "2.1"):
        rate(opened, ref)
    sign_and_submit(opened)
    made = Submission.objects.get()
    assert (made.form, made.sector_key, made.sector_kind) == ("light", "small-schools", "school")
    assert made.answers.count() == 2


def test_nothing_of_it_changes_when_the_draft_does() -> None:
    opened = full_return()
    sign_and_submit(opened)
    models: list[type[AppendOnly]] = [Submission, SubmittedAnswer, SubmittedEvidence, SubmittedNarrative, SubmittedAction, StandardCount]
    before = [list(model.objects.order_by("pk").values()) for model in models]
    later = AT + timedelta(days=2)
    item = SubmittedEvidence.objects.first()
    assert item
    assert item.item_id
    remove_evidence(opened.lead, item.item_id, at=later)
    start_amendment(opened.lead, opened.return_id, "A slip", at=later)
    rate(opened, "1.1", "met", at=later)
    save_narrative(opened.lead, opened.return_id, "1", "how", "We do not", version=1, at=later)
    assert [list(model.objects.order_by("pk").values()) for model in models] == before


def test_its_rows_refuse_to_be_changed_or_deleted() -> None:
    sign_and_submit(full_return())
    models: list[type[AppendOnly]] = [Submission, SubmittedAnswer, SubmittedEvidence, SubmittedNarrative, SubmittedAction, StandardCount]
    for model in models:
        row = model.objects.first()
        assert row
        with pytest.raises(NeverChanged):
            row.save()
        with pytest.raises(NeverChanged):
            row.delete()
        with pytest.raises(NeverChanged):
            model.objects.update()
        with pytest.raises(NeverChanged):
            model.objects.all().delete()


def test_the_longest_name_and_role_are_kept_in_the_sign_off_and_shortened_on_the_receipt() -> None:
    opened = open_return()
    for ref in ("1.1", "1.2", "2.1", "2.2"):
        rate(opened, ref)
    Person.objects.filter(pk=opened.signatory.person_id).update(name="N" * 200)
    ask(opened)
    approve_return(opened.signatory, opened.return_id, read=read_by(opened.signatory, opened.return_id), job_title="R" * 200, at=AT)
    submit_return(opened.lead, opened.return_id, at=AT)
    assert Submission.objects.get().signed_by == "N" * 200
    assert SignOff.objects.get().job_title == "R" * 200
