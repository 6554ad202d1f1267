import pytest

from section11.challenge.models import AgreedLevel, Challenge
from section11.challenge.operations.agree_level import agree_level
from section11.challenge.operations.close_challenge import LevelSeen, close_challenge
from section11.challenge.vocabulary import ChallengeOutcome, ChallengeState
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer
from section11.returns.operations.start_amendment import start_amendment
from tests.factories.challenge import answer, challenge_in, close, make_challenge, make_reviewer
from tests.factories.directory import make_viewer
from tests.factories.returns import AT, partnership_viewer, sign_and_submit, submitted_return
from tests.people import let_in
from tests.returns.around import events

pytestmark = pytest.mark.django_db
AGREED = ChallengeOutcome.LEVEL_AGREED


@pytest.mark.parametrize("state", [ChallengeState.OPEN, ChallengeState.ANSWERED])
def test_it_ends_with_an_outcome(state: ChallengeState) -> None:
    opened, reference = submitted_return()
    made = challenge_in(state, opened, reference)
    close(opened, made, ChallengeOutcome.LEVEL_STANDS, " Well shown. ")
    made.refresh_from_db()
    assert (made.state, made.outcome, made.outcome_note) == (ChallengeState.CLOSED, "level-stands", "Well shown.")
    assert (made.closed_at, made.closed_by, made.closed_by_name) == (AT, opened.officer.person_ref, opened.officer.name)
    told = {"invitation": opened.invitation.ref, "number": 1, "outcome": "level-stands"}
    assert events("closed-challenge") == [
        (stream, opened.officer.person_ref, made.ref, told) for stream in (opened.organisation_stream, opened.partnership_stream)
    ]


def test_the_level_that_was_agreed_is_kept_with_it() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    close(opened, made, AGREED, "Half of the staff", agreed=LevelSeen("partial", reference, 0))
    kept = AgreedLevel.objects.select_related("level", "agreed_on", "statement").get()
    assert (kept.statement.ref, kept.level.key, kept.reason, kept.version) == ("1.1", "partial", "Half of the staff", 1)
    assert kept.agreed_on
    assert kept.agreed_on.key == "met"


def test_when_the_agreed_level_has_changed_meanwhile_nothing_of_it_is_kept() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    agree_level(opened.officer, reference, "1.1", "unmet", "Seen", version=0, at=AT)
    with pytest.raises(Conflict):
        close(opened, made, AGREED, "Half", agreed=LevelSeen("partial", reference, 0))
    assert Challenge.objects.get().state == ChallengeState.OPEN
    assert AgreedLevel.objects.get().level.key == "unmet"


@pytest.mark.parametrize(
    ("about", "outcome", "note", "agreed", "wrong"),
    [
        ("statement:1.1", "", "", "", {"outcome"}),
        ("statement:1.1", "nonsense", "x" * 5001, "", {"outcome", "note"}),
        ("statement:1.1", ChallengeOutcome.AMENDED, "", "", {"outcome"}),  # it was not
        ("standard:1", ChallengeOutcome.LEVEL_STANDS, "", "", {"outcome"}),
        ("standard:1", AGREED, "x", "partial", {"outcome"}),
        ("statement:1.1", ChallengeOutcome.NOT_SETTLED, " ", "", {"note"}),
        ("statement:1.1", AGREED, "x", "", {"level"}),
        ("statement:1.1", AGREED, "x", "nonsense", {"level"}),
        ("statement:1.1", AGREED, "x", "met", {"level"}),  # their own
    ],
)
def test_what_does_not_fit_is_told(about: str, outcome: str, note: str, agreed: str, wrong: set[str]) -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference, about)
    with pytest.raises(Refused) as told:
        close(opened, made, outcome, note, agreed=LevelSeen(agreed, reference, 0) if agreed else None)
    assert set(told.value.problems) == wrong
    assert Challenge.objects.get().state == ChallengeState.OPEN


def test_amended_is_an_outcome_once_a_later_submission_came_in() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    start_amendment(opened.lead, opened.return_id, "Challenge 1", at=AT)
    sign_and_submit(opened)
    close(opened, made, ChallengeOutcome.AMENDED)
    assert Challenge.objects.get().outcome == "amended"


def test_an_answer_that_was_not_seen_keeps_it_open_and_a_closed_one_stays_as_it_is() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    answer(opened, made)
    with pytest.raises(Conflict) as told:
        close(opened, made, note="Mine", seen=1)
    assert (told.value.mine, told.value.theirs) == ({"note": "Mine"}, {"text": "We ask every child."})
    close(opened, made)
    with pytest.raises(Conflict) as told:
        close(opened, made, ChallengeOutcome.LEVEL_STANDS)
    assert told.value.theirs == {"outcome": "The evidence was seen"}


def test_officers_and_reviewers_may_in_what_is_theirs() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)

    def act(who: Viewer) -> None:
        close_challenge(who, made.pk, outcome=ChallengeOutcome.EVIDENCE_SEEN, note="", seen=1, at=AT)

    people: dict[str, Viewer] = {role: partnership_viewer(opened, role) for role in (Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER)}
    people |= {"elsewhere": make_viewer(Role.OFFICER), "lead": opened.lead}
    assert let_in(people, act) == {"officer", "reviewer"}
    with pytest.raises(Refused, match="given to other reviewers"):
        act(make_reviewer(opened.cycle, "2"))
    Membership.objects.filter(person_id=opened.officer.person_id).update(home_organisation=opened.unit.organisation)
    with pytest.raises(Refused, match="You belong to"):
        act(opened.officer)
