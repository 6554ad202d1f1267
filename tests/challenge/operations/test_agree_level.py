import pytest

from section11.challenge.models import AgreedLevel
from section11.challenge.operations.agree_level import agree_level
from section11.challenge.queries.rating_counts import count_ratings
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from section11.returns.models import SubmittedAnswer
from section11.returns.operations.start_amendment import start_amendment
from tests.factories.challenge import make_reviewer
from tests.factories.directory import make_viewer
from tests.factories.returns import AT, partnership_viewer, sign_and_submit, submitted_return
from tests.people import let_in
from tests.returns.around import events

pytestmark = pytest.mark.django_db


def test_it_stands_beside_the_self_rating_and_counts_on_the_agreed_basis() -> None:
    opened, reference = submitted_return()
    agree_level(opened.officer, reference, "1.1", "partial", " Half of the staff ", version=0, at=AT)
    kept = AgreedLevel.objects.select_related("level", "agreed_on").get()
    assert (kept.level.key, kept.agreed_on and kept.agreed_on.key, kept.reason, kept.version) == ("partial", "met", "Half of the staff", 1)
    assert (kept.agreed_at, kept.agreed_by, kept.agreed_by_name) == (AT, opened.officer.person_ref, opened.officer.name)
    level = SubmittedAnswer.objects.get(statement__ref="1.1").level
    assert level
    assert level.key == "met"
    for agreed, partial in ((False, 0), (True, 1)):
        counts = count_ratings(opened.officer, opened.cycle.pk, agreed=agreed).by_return
        assert counts.get((opened.invitation.pk, "partial"), 0) == partial


def test_both_sides_streams_tell_of_it() -> None:
    opened, reference = submitted_return()
    agree_level(opened.officer, reference, "1.1", "partial", "x", version=0, at=AT)
    agree_level(opened.officer, reference, "1.1", "unmet", "x", version=1, at=AT)
    assert AgreedLevel.objects.get().version == 2
    about = (opened.officer.person_ref, opened.invitation.ref)
    assert events("agreed-level") == [
        (stream, *about, {"statement": "1.1", "from_level": before, "to_level": after})
        for before, after in ((None, "partial"), ("partial", "unmet"))
        for stream in (opened.organisation_stream, opened.partnership_stream)
    ]


def test_who_saw_another_version_is_shown_both() -> None:
    opened, reference = submitted_return()
    agree_level(opened.officer, reference, "1.1", "partial", "Theirs", version=0, at=AT)
    for version in (0, 2):
        with pytest.raises(Conflict) as told:
            agree_level(opened.officer, reference, "1.1", "unmet", "Mine", version=version, at=AT)
        assert told.value.theirs == {"level": "Partially met", "reason": "Theirs"}
        assert (told.value.mine, told.value.by) == ({"level": "unmet", "reason": "Mine"}, opened.officer.name)


def test_what_is_wrong_is_told_at_once() -> None:
    opened, reference = submitted_return()
    with pytest.raises(Refused) as told:
        agree_level(opened.officer, reference, "1.1", "nonsense", " ", version=0, at=AT)
    assert set(told.value.problems) == {"level", "reason"}
    with pytest.raises(Absent):
        agree_level(opened.officer, reference, "9.9", "met", "x", version=0, at=AT)


def test_on_the_latest_submission_only() -> None:
    opened, first = submitted_return()
    start_amendment(opened.lead, opened.return_id, "A slip", at=AT)
    sign_and_submit(opened)
    with pytest.raises(Refused, match="no longer the submission that counts"):
        agree_level(opened.officer, first, "1.1", "partial", "x", version=0, at=AT)


def test_officers_and_reviewers_may_in_what_is_theirs() -> None:
    opened, reference = submitted_return()

    def act(who: Viewer) -> None:
        agree_level(who, reference, "1.1", "partial", "x", version=0, at=AT)

    people: dict[str, Viewer] = {role: partnership_viewer(opened, role) for role in (Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER)}
    people |= {"elsewhere": make_viewer(Role.OFFICER), "lead": opened.lead, "viewer": partnership_viewer(opened, Role.EXECUTIVE_VIEWER)}
    assert let_in(people, act) == {"officer", "reviewer"}
    with pytest.raises(Refused, match="given to other reviewers"):
        act(make_reviewer(opened.cycle, "2"))
    Membership.objects.filter(person_id=opened.officer.person_id).update(home_organisation=opened.unit.organisation)
    with pytest.raises(Refused, match="You belong to"):
        act(opened.officer)
