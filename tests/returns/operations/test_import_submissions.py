from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from section11.cycles.models import Invitation
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.plans.models import Action
from section11.plans.queries.following import followed_actions
from section11.plans.vocabulary import ActionState
from section11.returns.models import Answer, Return, ReturnInvitation, Submission, SubmittedAction, SubmittedEvidence, SubmittedNarrative
from section11.returns.operations.import_submissions import BroughtReturn, BroughtSubmission, import_submissions
from section11.returns.rules.freezing import FrozenAction, FrozenAnswer, FrozenEvidence, FrozenNarrative, FrozenReturn
from tests.factories.cycles import make_cycle, make_invitation
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db

CONTENT = FrozenReturn(
    answers=(
        FrozenAnswer("1", "1.1", "met", "Yes.", "", "", "", False, (FrozenEvidence("Policy", "link", "shared drive"),)),
        FrozenAnswer("1", "1.2", "", "", "", "", "", False, ()),
    ),
    narratives=(FrozenNarrative("1", "how", "So."), FrozenNarrative("", "changed", "This.")),
    actions=(FrozenAction("1.1", "This", "", "Head", None, "red", "", False),),
)


def brought(invitation: Invitation, *moments: datetime) -> BroughtReturn:
    sent = [
        BroughtSubmission(
            moment,
            "Head",
            "Chair",
            CONTENT,
            {"a": 1},
            answer_extras={"1.1": {"b": 2}},
            evidence_extras={("1.1", 0): {"c": 3}},
            action_extras={0: {"d": 4}},
        )
        for moment in moments
    ]
    return BroughtReturn(invitation.pk, invitation.unit_id, "full", invitation.sector.key, invitation.sector.kind, sent)


def test_submissions_are_kept_as_they_were(at: datetime) -> None:
    invitation = make_invitation(make_cycle(state=CycleState.CLOSED))
    officer = make_viewer(of=invitation.cycle.partnership)
    first, second = datetime(2026, 3, 1, 9, tzinfo=UTC), datetime(2026, 4, 1, 9, tzinfo=UTC)

    assert import_submissions(officer, invitation.cycle_id, [brought(invitation, first, second)], at=at) == 2

    sent = Submission.objects.get(number=2)
    assert (sent.submitted_at, sent.submitted_by, sent.signed_by) == (second, "Head", "Chair")
    assert Submission.objects.get(number=1).content_hash == CONTENT.content_hash
    assert ReturnInvitation.objects.get().latest == sent
    assert list(sent.answers.values_list("statement__ref", "level__key", "extra")) == [("1.1", "met", {"b": 2}), ("1.2", None, {})]
    assert set(sent.counts.values_list("standard__ref", "level__key", "count")) == {("1", "met", 1), ("1", None, 1)}
    assert SubmittedEvidence.objects.filter(answer__submission=sent).values_list("title", "where", "extra").get() == (
        "Policy",
        "shared drive",
        {"c": 3},
    )
    narratives = SubmittedNarrative.objects.filter(submission=sent).order_by("pk").values_list("standard__ref", "prompt", "text")
    assert list(narratives) == [("1", "how", "So."), (None, "changed", "This.")]
    assert SubmittedAction.objects.filter(submission=sent).values_list("statement__ref", "rag", "extra").get() == ("1.1", "red", {"d": 4})
    returned = Return.objects.get()
    assert (returned.state, returned.created_at, returned.last_saved_at) == ("submitted", first, second)
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    ("other", "lives"),
    [
        ({}, True),
        ({"state": CycleState.CLOSED, "opens": date(2024, 1, 1)}, True),
        ({"state": CycleState.CLOSED, "opens": None, "due": None}, True),
        ({"state": CycleState.CLOSED, "opens": date(2026, 6, 1)}, False),
        ({"state": CycleState.OPEN, "opens": date(2026, 6, 1)}, False),
        ({"state": CycleState.DRAFT, "opens": None, "due": None}, False),
    ],
)
def test_actions_of_the_latest_submission_live_on_where_no_later_audit_took_their_place(
    at: datetime, other: dict[str, Any], lives: bool
) -> None:
    cycle = make_cycle(state=CycleState.CLOSED, opens=date(2026, 1, 1))
    if other:
        make_cycle(cycle.partnership, **other)
    make_cycle(state=CycleState.OPEN, opens=date(2026, 9, 1))  # of another partnership
    invitation = make_invitation(cycle)
    officer = make_viewer(of=cycle.partnership)
    first, second = datetime(2026, 3, 1, 9, tzinfo=UTC), datetime(2026, 4, 1, 9, tzinfo=UTC)
    import_submissions(officer, cycle.pk, [brought(invitation, first, second)], at=at)
    earlier, latest = SubmittedAction.objects.order_by("submission__number")
    assert earlier.action is None
    if not lives:
        assert latest.action is None
        assert not Action.objects.exists()
        return
    living = Action.objects.get()
    assert latest.action == living
    assert (living.unit, living.origin) == (invitation.unit, Return.objects.get().ref)
    assert (living.what, living.who, living.rag, living.state, living.created_at) == ("This", "Head", "red", ActionState.OPEN, at)
    assert (living.updated_by_name, living.updated_at) == ("Head", second)
    assert living.statement is not None
    assert living.statement.ref == "1.1"
    assert list(followed_actions(officer)) == [living]
    assert latest.submission.content_hash == replace(CONTENT, actions=(replace(CONTENT.actions[0], action_id=living.pk),)).content_hash


def test_only_into_a_closed_cycle_of_their_own_and_only_officers_may(at: datetime) -> None:
    open_one, closed = make_invitation(), make_invitation(make_cycle(state=CycleState.CLOSED))
    roles = (Role.REVIEWER, Role.EXECUTIVE_VIEWER, Role.SCRUTINEER)
    tries = [
        (make_viewer(of=open_one.cycle.partnership), open_one),
        (make_viewer(Role.OFFICER), closed),
        *((make_viewer(role, of=closed.cycle.partnership), closed) for role in roles),
    ]
    for viewer, invitation in tries:
        with pytest.raises(Absent):
            import_submissions(viewer, invitation.cycle_id, [brought(invitation, at)], at=at)
    assert not Submission.objects.exists()
