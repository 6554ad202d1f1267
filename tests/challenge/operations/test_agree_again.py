import pytest

from section11.challenge.models import AgreedLevel
from section11.challenge.operations.agree_again import agree_again
from section11.challenge.operations.agree_level import agree_level
from section11.challenge.queries.agreed_levels import agreed_levels
from section11.challenge.queries.rating_counts import count_ratings
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer
from section11.returns.operations.plan_action import plan_action
from section11.returns.operations.start_amendment import start_amendment
from tests.factories.directory import make_viewer
from tests.factories.returns import ACTION, AT, Opened, partnership_viewer, rate, sign_and_submit, submitted_return
from tests.people import let_in
from tests.returns.around import events

pytestmark = pytest.mark.django_db


def lapsed() -> tuple[Opened, str]:
    """A return whose agreed level was agreed on a rating that an amendment changed; the latest reference."""
    opened, reference = submitted_return()
    agree_level(opened.officer, reference, "1.1", "unmet", "Nobody is named", version=0, at=AT)
    start_amendment(opened.lead, opened.return_id, "A slip", at=AT)
    rate(opened, "1.1", "partial")
    plan_action(opened.lead, opened.return_id, "1.1", ACTION, at=AT)
    return opened, sign_and_submit(opened)


def agreed_count(opened: Opened) -> int:
    """How many ratings count as not met, on the agreed basis."""
    return count_ratings(opened.officer, opened.cycle.pk, agreed=True).by_return.get((opened.invitation.pk, "unmet"), 0)


def test_a_lapsed_level_stands_again() -> None:
    opened, reference = lapsed()
    assert agreed_levels(opened.officer, opened.invitation.pk)["1.1"].is_lapsed("partial")
    assert agreed_count(opened) == 0
    agree_again(opened.officer, reference, "1.1", version=1, at=AT)
    kept = AgreedLevel.objects.select_related("level", "agreed_on").get()
    assert (kept.level.key, kept.agreed_on and kept.agreed_on.key, kept.reason, kept.version) == ("unmet", "partial", "Nobody is named", 2)
    assert agreed_count(opened) == 1
    assert [(stream, details) for stream, _, _, details in events("agreed-level-again")] == [
        (stream, {"statement": "1.1", "to_level": "unmet"}) for stream in (opened.organisation_stream, opened.partnership_stream)
    ]


def test_one_that_stands_or_is_not_there_cannot() -> None:
    opened, reference = lapsed()
    agree_again(opened.officer, reference, "1.1", version=1, at=AT)
    for ref, version in (("1.1", 2), ("1.2", 0)):
        with pytest.raises(Refused, match="nothing here to agree again"):
            agree_again(opened.officer, reference, ref, version=version, at=AT)
    with pytest.raises(Conflict):
        agree_again(opened.officer, reference, "1.1", version=1, at=AT)


def test_officers_and_reviewers_may_but_not_at_home() -> None:
    opened, reference = lapsed()
    people: dict[str, Viewer] = {role: partnership_viewer(opened, role) for role in (Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER)}
    people |= {"elsewhere": make_viewer(Role.OFFICER), "lead": opened.lead}
    assert let_in(people, lambda who: agree_again(who, reference, "1.1", version=1, at=AT)) == {"officer", "reviewer"}
    Membership.objects.filter(person_id=opened.officer.person_id).update(home_organisation=opened.unit.organisation)
    with pytest.raises(Refused, match="You belong to"):
        agree_again(opened.officer, reference, "1.1", version=1, at=AT)
