from datetime import UTC, datetime

import pytest

from section11.cycles.models import Invitation
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
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
    assert (sent.submitted_at, sent.submitted_by, sent.signed_by, sent.content_hash) == (second, "Head", "Chair", CONTENT.content_hash)
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
