import pytest

from section11.challenge.operations.agree_level import agree_level
from section11.challenge.queries.marks import marks
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from tests.factories.challenge import close, make_challenge, make_part, make_reviewer
from tests.factories.directory import make_viewer
from tests.factories.returns import AT, partnership_viewer, submitted_return
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def test_agreed_levels_and_challenges_come_in_one_statement(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    agree_level(opened.officer, reference, "1.1", "partial", "Seen on the day", version=0, at=AT)
    first = make_challenge(opened, reference)
    make_challenge(opened, reference, "standard:2", kind="evidence", wanted_by=AT.date())
    close(opened, first)
    with assert_queries(1):
        found = marks(opened.officer, opened.invitation.pk)
    agreed = found.agreed["1.1"]
    assert (agreed.level_key, agreed.agreed_on_key, agreed.agreed_at, agreed.version) == ("partial", "met", AT, 1)
    assert (agreed.by, agreed.reason, agreed.level_label) == (opened.officer.name, "Seen on the day", "Partially met")
    [one] = found.on_statement("1.1")
    assert (one.challenge_id, one.number, one.kind_words, one.state, one.outcome_words) == (
        first.pk,
        1,
        "Question",
        "closed",
        "The evidence was seen",
    )
    [two] = found.on_standard("2")
    assert (two.number, two.kind, two.state) == (2, "evidence", "open")
    assert found.on_action(4711) == found.on_statement("2.1") == []


def test_it_says_what_the_viewer_may_write_about(assert_queries: AssertQueries) -> None:
    opened, _ = submitted_return()
    reviewer, everywhere = make_reviewer(opened.cycle, "1"), make_reviewer(opened.cycle, "1")
    make_part(everywhere, opened.cycle, sector=opened.invitation.sector)
    with assert_queries(1):
        remit = marks(reviewer, opened.invitation.pk).remit
    assert [remit.covers(ref) for ref in ("1", "2")] == [True, False]
    assert marks(everywhere, opened.invitation.pk).remit.covers("2")
    Membership.objects.filter(person_id=reviewer.person_id).update(home_organisation=opened.unit.organisation)
    assert marks(reviewer, opened.invitation.pk).remit.conflict == opened.participation.name
    assert not marks(partnership_viewer(opened, Role.SCRUTINEER), opened.invitation.pk).remit.covers_any


def test_nobody_else_is_shown_anything() -> None:
    opened, _ = submitted_return()
    for viewer in (make_viewer(Role.OFFICER), partnership_viewer(opened, Role.EXECUTIVE_VIEWER), opened.lead):
        with pytest.raises(Absent):
            marks(viewer, opened.invitation.pk)
